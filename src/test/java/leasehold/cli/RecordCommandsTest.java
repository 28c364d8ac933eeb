package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryStore;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import leasehold.session.Subscription;
import leasehold.session.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told and written of a record. */
class RecordCommandsTest {

    @TempDir Path folder;
    private String record;

    @BeforeEach
    void fill() throws Exception {
        VirtualTime time = new VirtualTime();
        Path file = folder.resolve("record.sqlite");
        record = file.toString();
        try (HistoryStore store = HistoryStore.open(file);
                ServerSessionController controller =
                        ServerSessionController.over(
                                        SessionBackendProvider.named("simulated")
                                                .create(Map.of("openTakes", "0ms")))
                                .name("orders")
                                .time(time)
                                .policy(SessionPolicy.builder().linger(Duration.ZERO).build())
                                .build()) {
            store.record(controller);
            for (int i = 0; i < 2; i++) {
                SessionLease first = controller.openSession(LeaseRequest.of("billing-sync"));
                time.pass(Duration.ofSeconds(1));
                SessionLease second = controller.openSession(LeaseRequest.of("report-nightly"));
                time.pass(Duration.ofSeconds(1));
                second.close();
                first.close();
                time.pass(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void reportTellsWhatSharingSaved() {
        Said said = Said.by("report", "--record", record);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsPattern("sessions opened +2\\R")
                .containsPattern("openings saved +2\\R")
                .containsPattern("opened by +billing-sync \\(2\\)\\R");
        assertThat(Said.by("report", "--record", record, "--json").out())
                .contains("\"leasesPerOpen\": 2.0", "\"billing-sync\": 2");
    }

    @Test
    void reportTellsWhatWasSoAtAnInstant() {
        Instant then = new VirtualTime().wall().plusMillis(1_500);
        Said said = Said.by("report", "--record", record, "--at", then.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsPattern("state +open since \\S+, event \\d+ of run 1\\R")
                .containsPattern("session +1: open since \\S+, opened \\S+, for billing-sync\\R")
                .containsPattern("held +2\\R.*lease \\d+, billing-sync: .*\\R.*, report-nightly:");
        assertThat(Said.by("report", "--record", record, "--json", "--at", then.toString()).out())
                .contains(
                        "\"state\": \"OPEN\"", "\"client\": \"report-nightly\"", "\"missing\": 0");
        assertThat(Said.by("report", "--record", record, "--at", "now").out())
                .containsPattern("state +shut down since \\S+, event \\d+ of run 1\\R")
                .doesNotContain("uncertain");
    }

    @Test
    void nothingIsToldOfATimeBeforeTheRecord() {
        Said said = Said.by("report", "--record", record, "--at", "1999-12-31T00:00:00Z");
        assertThat(said.code()).isEqualTo(Exit.UNABLE);
        assertThat(said.err()).contains("The record of 'orders' begins at ");
        refused(
                "--at is 'noon'; allowed is a time such as 2026-03-01T12:00:00Z",
                "report",
                "--at",
                "noon");
    }

    @Test
    void adviceTellsOfEachLinger() {
        Said said = Said.by("advise", "--record", record, "--linger", "5s");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("With 5 s linger: 1 open instead of 2; ");
        Said curve = Said.by("advise", "--record", record, "--json");
        assertThat(curve.out()).contains("\"lingerMillis\": 0", "\"lingerMillis\": 600000");
    }

    @Test
    void exportWritesTheFormThatTheEndingSays() throws Exception {
        for (String name : new String[] {"out.csv", "out.jsonl", "copy.sqlite"}) {
            Path file = folder.resolve(name);
            Said said = Said.by("export", file.toString(), "--record", record);
            assertThat(said.err()).isEmpty();
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains(" entries written to " + file);
        }
        assertThat(folder.resolve("out.csv")).content().contains(",lease.granted,");
        assertThat(Said.by("report", "--record", folder.resolve("copy.sqlite").toString()).code())
                .isZero();
    }

    @Test
    void importTakesInWhatExportWrote() throws Exception {
        Path lines = folder.resolve("out.jsonl");
        Said.by("export", lines.toString(), "--record", record);
        Path all = folder.resolve("all.sqlite");
        Said first = Said.by("import", lines.toString(), "--record", all.toString());
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .startsWith("1 run with ")
                .endsWith(" entries imported into " + all + "." + System.lineSeparator());
        assertThat(Said.by("report", "--record", all.toString()).out())
                .isEqualTo(Said.by("report", "--record", record).out());
        Said again = Said.by("import", lines.toString(), "--record", all.toString());
        assertThat(again.code()).isZero();
        assertThat(again.out().strip())
                .isEqualTo(
                        "Nothing is new: the only run in %s is in %s already."
                                .formatted(lines, all));
    }

    @Test
    void interruptedExportOrImportLeavesNothing() throws Exception {
        Path file = folder.resolve("out.jsonl");
        Path all = folder.resolve("all.sqlite");
        Said.by("export", file.toString(), "--record", record);
        Interrupts atOnce =
                stop -> {
                    stop.run();
                    return Subscription.NONE;
                };
        for (String name : new String[] {"out.csv", "other.jsonl", "out.html", "copy.sqlite"}) {
            Path other = folder.resolve(name);
            interrupted(Said.by(atOnce, "export", other.toString(), "--record", record));
            assertThat(other).doesNotExist();
        }
        interrupted(Said.by(atOnce, "import", file.toString(), "--record", all.toString()));
        assertThat(folder.toFile().list())
                .noneMatch(name -> name.startsWith("all") || name.endsWith(".part"));
    }

    private static void interrupted(Said said) {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(said.code()).isEqualTo(Exit.UNABLE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().strip()).endsWith("leasehold: interrupted; nothing was written");
    }

    @Test
    void importSaysWhatItCannotTake() throws Exception {
        Path table = folder.resolve("out.csv");
        Said.by("export", table.toString(), "--record", record);
        Path all = folder.resolve("all.sqlite");
        Said said = Said.by("import", table.toString(), "--record", all.toString());
        assertThat(said.code()).isEqualTo(Exit.UNABLE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("leasehold: " + table + " is CSV, which has neither")
                .hasLineCount(1);
        assertThat(all).doesNotExist();
        refused("Missing required parameter: '<file>'", "import");
    }

    @Test
    void whatCannotBeIsRefusedInASentence() throws Exception {
        refused(
                "file is 'out.txt', whose ending says no form; allowed is one of"
                        + " [.csv, .jsonl, .html, .sqlite], or another with --form",
                "export",
                "out.txt");
        refused(
                "--from is 'noon'; allowed is a time such as 2026-03-01T12:00:00Z",
                "export",
                "out.csv",
                "--from",
                "noon");
        refused(
                "--form is 'xml'; allowed is one of [csv, json-lines, html, recording]",
                "export",
                "out",
                "--form",
                "xml");
        refused(
                "--controller is 'nobody'; allowed is one of [orders]",
                "report",
                "--controller",
                "nobody",
                "--record",
                record);
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "buy milk");
        Said said = Said.by("report", "--record", foreign.toString());
        assertThat(said.code()).isEqualTo(Exit.UNABLE);
        assertThat(said.err()).contains("notes.txt is no record of Leasehold");
        assertThat(foreign).hasContent("buy milk");
        Path missing = folder.resolve("missing.sqlite");
        Said none = Said.by("advise", "--record", missing.toString());
        assertThat(none.err()).contains("There is no record at " + missing + ".");
        assertThat(missing).doesNotExist();
    }

    private static void refused(String sentence, String... command) {
        Said said = Said.by(command);
        assertThat(said.code()).isEqualTo(Exit.WRONG);
        assertThat(said.err()).contains(sentence);
        assertThat(said.out()).isEmpty();
    }
}
