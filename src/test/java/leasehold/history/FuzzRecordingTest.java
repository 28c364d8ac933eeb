package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConnection;

/**
 * A recording that is damaged, or made to do harm, is read or refused with a sentence: nothing else
 * is thrown, it stays as it is, and nothing comes beside it.
 */
class FuzzRecordingTest {

    private static final int USUAL = 120;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final List<String> TABLES =
            List.of("entry", "run", "snapshot", "store", "live_lease", "live_session");
    private static final List<String> COLUMNS =
            List.of(
                    "entry.number",
                    "entry.at",
                    "entry.nanos",
                    "entry.epoch",
                    "entry.kind",
                    "entry.lease",
                    "entry.client",
                    "entry.took",
                    "entry.detail",
                    "entry.run",
                    "run.controller",
                    "run.started",
                    "run.ended",
                    "run.ending",
                    "run.last",
                    "run.held",
                    "run.sessions",
                    "run.trimmed",
                    "snapshot.run",
                    "snapshot.number",
                    "snapshot.position",
                    "snapshot.state",
                    "snapshot.granted",
                    "snapshot.leases",
                    "snapshot.sessions",
                    "snapshot.detail",
                    "live_lease.state",
                    "store.id");
    private static final List<String> VALUES =
            List.of(
                    "NULL",
                    "-1",
                    "0",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "1e308",
                    "'x'",
                    "''",
                    "x'00ff'",
                    "'{'",
                    "'{}'",
                    "'[]'",
                    "'[[]]'",
                    "'null'",
                    "'[null]'",
                    "'lease.granted'",
                    "'monitor.seam'",
                    "'monitor.gap'",
                    "'CUT'",
                    "'OPEN'",
                    "'{\"failure\":[]}'",
                    "'{\"first\":-9,\"why\":\"DISK\"}'",
                    "'{\"run\":1,\"controller\":\"demo\",\"started\":\"+999999999-01-01T00:00:00Z\"}'",
                    "replace(hex(zeroblob(2000)), '0', '[')",
                    "hex(zeroblob(1000000))",
                    "'{\"holder\":{\"stack\":[[1,2,3,4,5,6,7]]}}'",
                    "char(0)",
                    "char(10, 13)",
                    "'{\"since\":\"never\",\"until\":1,\"missing\":\"many\"}'");
    private static final List<String> STATEMENTS =
            List.of(
                    "DELETE FROM %s",
                    "DROP TABLE %s",
                    "ALTER TABLE %s RENAME TO gone",
                    "ALTER TABLE %s ADD COLUMN more TEXT",
                    "CREATE TRIGGER t AFTER INSERT ON %s BEGIN SELECT 1; END",
                    "CREATE TABLE more AS SELECT * FROM %s",
                    "PRAGMA user_version = 0",
                    "PRAGMA user_version = 1",
                    "PRAGMA user_version = -1",
                    "PRAGMA encoding = 'UTF-16'",
                    "INSERT OR REPLACE INTO run SELECT id + 7, controller, started, ended, ending,"
                            + " last, held, sessions, trimmed FROM run",
                    "INSERT INTO entry SELECT position + 100, run, number + 100, at, nanos, epoch,"
                            + " kind, lease, client, took, detail FROM entry");

    @TempDir private Path folder;
    private Path home;
    private Path file;
    private byte[] whole;
    private Tray tray;
    private Duration worked = worked();

    @BeforeEach
    void record() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        file = Files.createDirectory(folder.resolve("from")).resolve("demo.sqlite");
        try (HistoryStore store = HistoryStore.open(file)) {
            Made made = new Made(store.recording("demo").listener());
            made.release(made.open("billing-sync"));
            made.miss(3);
            made.grant("crm-bridge");
            new Tale(store.recording("stock").listener()).tell(1);
        }
        try (HistoryStore store = HistoryStore.open(file)) {
            new Made(store.recording("demo").listener()).resume(3);
        }
        Files.delete(StoreLock.beside(file));
        change("PRAGMA user_version");
        whole = Files.readAllBytes(file);
        tray = new Tray();
    }

    @AfterEach
    void close() throws SQLException {
        tray.close();
    }

    @Test
    void damagedRecordingIsReadOrRefused() {
        AtomicLong refused = new AtomicLong();
        Inputs.seeds(USUAL).forEach(seed -> refused.addAndGet(tried(seed)));
        long tried = Inputs.seeds(USUAL).count();
        Inputs.tell("recordings", tried, "%,d of them refused".formatted(refused.get()));
        assertThat(refused.get()).isBetween(tried / 10, tried * 19 / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entry", "run", "snapshot"})
    void queryThatNeverEndsInPlaceOfATableIsNotRun(String table) throws Exception {
        change("ALTER TABLE %1$s RENAME TO was".formatted(table));
        change(
                "CREATE VIEW %1$s AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n)"
                                .formatted(table)
                        + " SELECT x AS id, x AS position FROM n");
        refused("its table " + table + " is not that of version ");
    }

    @Test
    void triggerIsNotRun() throws Exception {
        change("CREATE TRIGGER harm AFTER INSERT ON run BEGIN DELETE FROM entry; END");
        refused("it has a trigger 'harm', and a record has none");
    }

    @Test
    void textThatWouldFillTheMemoryIsRefused() throws Exception {
        change("UPDATE entry SET detail = hex(zeroblob(40 * 1024 * 1024)) WHERE position = 1");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Import(home.resolve("t")).read(file, _ -> {}))
                .withMessageContaining("string or blob too big");
    }

    @Test
    void namesAreNotHiddenByTheIdOfARecordThatHasNone() throws Exception {
        change("UPDATE store SET id = ''");
        try (HistoryReader reader = new HistoryReader(file)) {
            Export export = new Export(reader, (_, _, _, _) -> {});
            for (ExportFormat format : ExportFormat.values()) {
                ExportOrder order = ExportOrder.of(format).hiding(true);
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> export.write(order, home.resolve("out"), _ -> {}))
                        .withMessageContaining("it has no id in its table store");
            }
        }
    }

    private void refused(String why) {
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> HistoryStore.read(file))
                .withMessageContaining(why);
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> HistoryStore.open(file))
                .withMessageContaining(why);
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> new Import(home.resolve("t")).read(file, _ -> {}))
                .withMessageContaining(why);
    }

    /** Tries one input, and returns whether it was refused: 0 or 1. */
    private int tried(long seed) {
        try {
            byte[] damaged = damage(Inputs.random(seed));
            worked = seed % 100 == 0 ? worked() : worked;
            long began = System.nanoTime();
            int refused = read() | (Inputs.isUsual(seed, USUAL) ? taken() : takenInMemory());
            assertQuick(began);
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
            assertThat(Stored.names(file.getParent())).containsExactly("demo.sqlite");
            return refused;
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /**
     * A busy machine is no hostile recording: it is this program's work that counts, with that for
     * at most a hundred inputs before this one, for to ask costs as much as a third of an input.
     */
    private void assertQuick(long beganNanos) {
        if (System.nanoTime() - beganNanos > LONGEST.toNanos()) {
            assertThat(worked().minus(worked)).isLessThan(LONGEST);
        }
    }

    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private int read() {
        try (HistoryStore store = HistoryStore.read(file);
                HistoryReader reader = store.reader()) {
            reader.count();
            reader.after(0, 1_000);
            for (Run run : reader.runs()) {
                new RequestSearch(reader).each(run, _ -> {});
                new StateSearch(reader).at(run, Instant.MAX);
                new EntryPages(reader, run.controller()).list();
            }
            for (ExportFormat format : List.of(ExportFormat.JSON_LINES, ExportFormat.CSV)) {
                new Export(reader, (_, _, _, _) -> {})
                        .write(ExportOrder.of(format).hiding(true), home.resolve("out"), _ -> {});
            }
            return 0;
        } catch (IOException e) {
            return sentence(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int taken() throws IOException {
        Path target = home.resolve("target.sqlite");
        try {
            new Import(target).read(file, _ -> {});
            assertThat(Stored.entries(target)).isNotNull();
            return 0;
        } catch (IOException e) {
            assertThat(target).doesNotExist();
            return sentence(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            for (String name : Stored.names(home)) {
                assertThat(name).matches("out|target.sqlite(-wal|-shm|.lock)?");
                Files.delete(home.resolve(name));
            }
        }
    }

    private int takenInMemory() throws Exception {
        try {
            tray.take(file);
            return 0;
        } catch (IOException e) {
            return sentence(e);
        }
    }

    private static int sentence(IOException e) {
        assertThat(e.getMessage()).startsWith("/").doesNotContain("\n").hasSizeBetween(30, 1_000);
        return 1;
    }

    private byte[] damage(Random random) throws Exception {
        byte[] damaged = whole.clone();
        switch (random.nextInt(6)) {
            case 0 -> flip(random, damaged, 1 + random.nextInt(8));
            case 1 -> damaged = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 2 -> splice(random, damaged);
            default -> damaged = rewritten(random);
        }
        Files.write(file, damaged);
        return damaged;
    }

    private static void flip(Random random, byte[] bytes, int times) {
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(random.nextInt(4) == 0 ? 100 : bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private static void splice(Random random, byte[] bytes) {
        int length = 1 + random.nextInt(5_000);
        int from = random.nextInt(bytes.length - length);
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(bytes, from, bytes, to, length);
    }

    private byte[] rewritten(Random random) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = memory.createStatement()) {
            SQLiteConnection sqlite = memory.unwrap(SQLiteConnection.class);
            sqlite.deserialize("main", whole);
            try {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    statement.execute(random.nextInt(4) == 0 ? statement(random) : value(random));
                }
            } catch (SQLException e) {
                // The database itself refuses it; what was changed before is tried.
            }
            return sqlite.serialize("main");
        }
    }

    private static String statement(Random random) {
        return pick(random, STATEMENTS).formatted(pick(random, TABLES));
    }

    private static String value(Random random) {
        String[] column = pick(random, COLUMNS).split("\\.", 2);
        String some = random.nextInt(3) == 0 ? "" : " WHERE abs(random()) % 3 = 0";
        return "UPDATE OR IGNORE %s SET %s = %s%s"
                .formatted(column[0], column[1], pick(random, VALUES), some);
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute(sql);
        }
    }
}
