package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryStore;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that somebody has written to hurt is told of, or refused in a sentence. */
class HostileRecordTest {

    private static final String LEAST = "-9223372036854775808";
    private static final String MOST = "9223372036854775807";

    @TempDir Path folder;
    private Path record;

    /** The recording begins while a lease is held. */
    @BeforeEach
    void fill() throws Exception {
        record = folder.resolve("record.sqlite");
        VirtualTime time = new VirtualTime();
        try (HistoryStore store = HistoryStore.open(record);
                ServerSessionController controller =
                        ServerSessionController.over(
                                        SessionBackendProvider.named("simulated")
                                                .create(Map.of("openTakes", "0ms")))
                                .name("orders")
                                .time(time)
                                .build()) {
            SessionLease held = controller.openSession(LeaseRequest.of("billing-sync"));
            store.record(controller);
            try (SessionLease _ = controller.openSession(LeaseRequest.of("report-nightly"))) {
                time.pass(Duration.ofSeconds(1));
            }
            held.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET at = iif(position = 1, LEAST, MOST)",
                "UPDATE entry SET at = LEAST",
                "UPDATE entry SET nanos = iif(position = 1, LEAST, MOST)",
                "UPDATE entry SET took = MOST",
                "UPDATE entry SET took = LEAST",
                "UPDATE entry SET epoch = MOST, lease = LEAST",
                "UPDATE run SET started = LEAST, ended = MOST",
                "UPDATE run SET started = MOST, ended = LEAST, held = MOST, sessions = MOST",
                "UPDATE run SET last = MOST, trimmed = MOST",
                "UPDATE run SET ended = null, ending = null, last = null, held = null, sessions = null",
                "UPDATE snapshot SET at = MOST, nanos = LEAST",
                "UPDATE snapshot SET at = LEAST, nanos = MOST",
                "UPDATE snapshot SET granted = MOST, released = MOST",
                "UPDATE snapshot SET leases = json_set(leases, '$[0].requestedAt', '-1000000000-01-01T00:00:00Z', '$[0].grantedAt', '-1000000000-01-01T00:00:00Z')",
                "UPDATE snapshot SET leases = json_set(leases, '$[0].grantedAt', '+1000000000-12-31T23:59:59Z')",
                "UPDATE snapshot SET leases = '{', sessions = '['",
                "UPDATE entry SET kind = 'lease.gone'",
                "UPDATE entry SET detail = '{'",
                "DELETE FROM snapshot",
                "DELETE FROM entry",
                "DELETE FROM run"
            })
    void everyCommandAnswersOrSaysWhatIsWrongWithIt(String harm) throws Exception {
        execute(harm.replace("LEAST", LEAST).replace("MOST", MOST));
        for (List<String> command : commands()) {
            Said said = Said.by(command.toArray(String[]::new));
            if (said.code() == Exit.DONE) {
                assertThat(said.out()).isNotBlank();
            } else {
                assertThat(said.code()).isEqualTo(Exit.UNABLE);
                assertThat(said.err())
                        .startsWith("leasehold: ")
                        .hasLineCount(1)
                        .doesNotContain("null", "Exception", "overflow", "[]");
            }
        }
    }

    @Test
    void pageCoversAllTheTimeThereIs() throws Exception {
        execute("UPDATE entry SET at = iif(position = 1, %s, %s - 1)".formatted(LEAST, MOST));
        Path page = folder.resolve("page.html");
        Said said = Said.by("report", "--record", record.toString(), "--html", page.toString());
        assertThat(said.err()).isEmpty();
        assertThat(page).content().contains(">1677-09-21<", ">1823-11-", ">2262-04-11<");
    }

    @Test
    void recordWithoutRunsIsSaidToHaveNone() throws Exception {
        execute("DELETE FROM run");
        Said said = Said.by("report", "--record", record.toString());
        assertThat(said.code()).isEqualTo(Exit.UNABLE);
        assertThat(said.err().strip())
                .isEqualTo(
                        "leasehold: %s has no runs: nothing was ever recorded in it."
                                .formatted(record));
    }

    @Test
    void namesDoNotSteerTheTerminal() throws Exception {
        execute("UPDATE run SET controller = char(27) || '[31m' || char(10) || 'x'");
        execute("UPDATE entry SET client = client || char(27) || '[2J' || char(7)");
        for (List<String> command : commands()) {
            Said said = Said.by(command.toArray(String[]::new));
            assertThat(said.out() + said.err()).doesNotContainPattern("[\\x00-\\x1F&&[^\\r\\n]]");
        }
        assertThat(Said.by("report", "--record", record.toString(), "--controller=y").err())
                .hasLineCount(1)
                .contains("--controller is 'y'; allowed is one of [");
    }

    private List<List<String>> commands() {
        String from = "--record=" + record;
        return List.of(
                List.of("report", from),
                List.of("report", from, "--json"),
                List.of("report", from, "--html=" + folder.resolve("a.html")),
                List.of("report", from, "--at=now"),
                List.of("report", from, "--at=now", "--json"),
                List.of("report", from, "--at=2000-01-01T00:00:00Z"),
                List.of("advise", from),
                List.of("export", folder.resolve("a.csv").toString(), from),
                List.of("export", folder.resolve("a.jsonl").toString(), from, "--hide-names"),
                List.of("export", folder.resolve("a.sqlite").toString(), from, "--hide-names"),
                List.of("import", record.toString(), "--record=" + folder.resolve("b.sqlite")));
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + record);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
