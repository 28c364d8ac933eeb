package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of an older version is brought to the present one, with all that stands in it. */
class MigrationTest {

    /** The tables of today, as if there had never been others. */
    private static final String FIRST =
            IntStream.rangeClosed(1, new Schema().version())
                    .mapToObj(MigrationTest::script)
                    .collect(Collectors.joining("\n"));

    private static final String SECOND =
            """
            -- What a later version adds.
            ALTER TABLE entry ADD COLUMN fingerprint TEXT;
            UPDATE entry SET fingerprint = 'none';
            """;
    private static final String THIRD = "CREATE TABLE note (text TEXT);\n";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void writeAFileOfTheFirstVersion() throws IOException {
        file = folder.resolve("demo.leasehold");
        open(FIRST, 3);
    }

    @Test
    void everyOlderVersionComesToThePresentOne() throws Exception {
        open(FIRST, SECOND, 2);
        assertThat(version()).isEqualTo("2");
        open(FIRST, SECOND, THIRD, 1);
        assertThat(version()).isEqualTo("3");
        assertThat(Stored.query(file, "SELECT count(*) FROM entry WHERE fingerprint = 'none'"))
                .containsExactly("3");
        assertThat(Stored.entries(file))
                .filteredOn(stored -> stored.entry() instanceof Entry.Happened)
                .hasSize(6);
    }

    @Test
    void versionsAreNotLeftOut() throws Exception {
        open(FIRST, SECOND, THIRD, 0);
        assertThat(version()).isEqualTo("3");
        assertThat(Stored.query(file, "SELECT count(fingerprint) FROM entry")).containsExactly("3");
    }

    @Test
    void stepThatFailsIsTakenBackAsAWhole() throws Exception {
        String broken = "CREATE TABLE half (a);\nCREATE TABLE run (a);\n";
        assertThatIOException().isThrownBy(() -> open(FIRST, SECOND, broken, 0));
        assertThat(version()).isEqualTo("2");
        assertThat(Stored.query(file, "SELECT name FROM sqlite_schema WHERE name = 'half'"))
                .isEmpty();
        open(FIRST, SECOND, THIRD, 1);
        assertThat(version()).isEqualTo("3");
    }

    @Test
    void fileOfTheReleasedVersionsIsNotMigratedTwice() throws Exception {
        Path released = folder.resolve("released.leasehold");
        for (int times = 0; times < 2; times++) {
            HistoryStore.open(released).close();
            assertThat(Stored.query(released, "PRAGMA user_version"))
                    .containsExactly(String.valueOf(new Schema().version()));
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void fileOfAnyReleasedVersionComesToHaveTheTablesOfANewOne(int version) throws Exception {
        Path older = folder.resolve("older.leasehold");
        Path fresh = folder.resolve("fresh.leasehold");
        older(older, version);
        HistoryStore.open(older).close();
        HistoryStore.open(fresh).close();
        assertThat(Stored.query(older, "SELECT name, sql FROM sqlite_schema ORDER BY name"))
                .isEqualTo(
                        Stored.query(fresh, "SELECT name, sql FROM sqlite_schema ORDER BY name"));
        assertThat(Stored.entries(older)).isEqualTo(Stored.entries(filled()));
    }

    @ParameterizedTest
    @MethodSource("released")
    void stateIsToldFromAFileOfAnyReleasedVersion(int version) throws Exception {
        Path older = folder.resolve("older.leasehold");
        older(older, version);
        assertThat(heldIn(older)).as("before it is written to").containsExactly("billing-sync");
        HistoryStore.open(older).close();
        assertThat(heldIn(older)).as("when it has the present tables").hasSize(1);
    }

    private static List<String> heldIn(Path file) throws IOException {
        try (HistoryReader reader = HistoryReader.open(file)) {
            PastState state = new StateSearch(reader).at(reader.runs().getFirst(), Instant.MAX);
            EntryPages pages = new EntryPages(reader, "demo");
            assertThat(pages.list().size()).isEqualTo(3);
            assertThat(pages.origins()).isEmpty();
            assertThat(state.missing()).isZero();
            assertThat(state.state()).isEqualTo(SessionState.OPEN);
            return state.held().stream().map(LeaseInfo::client).toList();
        }
    }

    static IntStream released() {
        return IntStream.rangeClosed(1, new Schema().version());
    }

    @Test
    void everyKindThatCarriesAFailureStandsInItsIndex() throws Exception {
        String sql =
                Stored.query(file, "SELECT sql FROM sqlite_schema WHERE name = 'entry_failure'")
                        .getFirst();
        assertThat(EventKind.values())
                .allSatisfy(
                        kind ->
                                assertThat(sql.contains("'" + kind.text() + "'"))
                                        .as(kind.text())
                                        .isEqualTo(kind.mayCarryFailure()));
    }

    private void open(String script, int events) throws IOException {
        open(List.of(script), events);
    }

    private void open(String first, String second, int events) throws IOException {
        open(List.of(first, second), events);
    }

    private void open(String first, String second, String third, int events) throws IOException {
        open(List.of(first, second, third), events);
    }

    private void open(List<String> scripts, int events) throws IOException {
        write(file, new Schema(scripts), events);
    }

    private static void write(Path to, Schema schema, int events) throws IOException {
        Options options = Options.usual().withSchema(schema);
        try (HistoryStore store = HistoryStore.open(to, options)) {
            new Made(store.recording("demo").listener()).resume(events);
        }
    }

    private Path filled() throws IOException {
        Path filled = folder.resolve("filled.leasehold");
        if (!Files.exists(filled)) {
            try (HistoryStore store = HistoryStore.open(filled)) {
                new Made(store.recording("demo").listener()).open("billing-sync");
            }
        }
        return filled;
    }

    /** Makes a file as an older version left it: its tables, and what stands in their columns. */
    private void older(Path to, int version) throws IOException, SQLException {
        Path from = filled();
        try (Connection connection = Connections.making(to);
                Statement statement = connection.createStatement()) {
            Schema.released(version).migrate(connection);
            statement.execute("ATTACH '" + from + "' AS filled");
            for (String table : List.of("run", "entry", "snapshot")) {
                String columns =
                        String.join(
                                ", ",
                                Stored.query(
                                        to,
                                        "SELECT name FROM pragma_table_info('%s')"
                                                .formatted(table)));
                statement.execute(
                        "INSERT INTO %1$s (%2$s) SELECT %2$s FROM filled.%1$s"
                                .formatted(table, columns));
            }
        }
    }

    private String version() throws Exception {
        return Stored.query(file, "PRAGMA user_version").getFirst();
    }

    private static String script(int version) {
        String name = "/leasehold/history/" + version + ".sql";
        try (var in = Schema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
