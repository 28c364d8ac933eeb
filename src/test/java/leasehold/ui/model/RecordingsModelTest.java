package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import leasehold.history.HandClock;
import leasehold.history.HistoryStore;
import leasehold.monitor.Target;
import leasehold.session.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RecordingsModelTest {

    @RegisterExtension final Lab past = new Lab();
    @RegisterExtension final Lab present = new Lab();
    @TempDir private Path folder;

    private final List<RecordingsModel.Refusal> refusals = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final HandClock clock = new HandClock(Facts.NOON);
    private Path file;
    private Bench demo;
    private TargetsModel targets;
    private RecordingsModel recordings;

    @BeforeEach
    void begin() throws IOException {
        file = folder.toRealPath().resolve("incident.sqlite");
        demo = new Bench(present, "demo server");
        targets = new TargetsModel(demo.model);
        recordings = model(Runnable::run);
    }

    @Test
    void recordingIsOpenedInFrontAndShowsItsEnd() throws Exception {
        record(this::twoLeases);
        recordings.open(file);
        TargetModel shown = shown();
        assertThat(shown).isNotSameAs(demo.model);
        assertThat(shown.kind()).isEqualTo(Target.Kind.RECORDING);
        assertThat(shown.leases().rows())
                .extracting(row -> row.lease().client())
                .containsExactly("billing-sync", "mail");
        assertThat(shown.sessions().rows()).hasSize(1);
        assertThat(shown.title().get()).isEqualTo("Open 2 · demo · incident.sqlite · Leasehold");
        assertThat(refusals).isEmpty();
    }

    @Test
    void timeStandsStillAtTheEnd() throws Exception {
        record(this::twoLeases);
        Instant end = past.recorder.events().getLast().at();
        recordings.open(file);
        past.advance(Duration.ofHours(5));
        TargetModel shown = shown();
        assertThat(shown.card().text().get().spoken())
                .startsWith("Open for 1 m 00 s, held by 2 leases of 2 clients.")
                .endsWith(
                        "As of "
                                + shown.words().formats().clock(end)
                                + ", where the recording ends.");
        assertThat(shown.ticking()).isFalse();
    }

    @Test
    void dateIsLeftOutOnlyOfWhatIsOfTodayOnTheWall() throws Exception {
        record(this::twoLeases);
        Instant end = past.recorder.events().getLast().at();
        clock.set(end.plus(Duration.ofDays(1)));
        recordings.open(file);
        assertThat(shown().words().formats().time(end)).matches("\\d{4}-\\d\\d-\\d\\d .*");
        assertThat(shown().words().formats().isToday(end)).isTrue();
    }

    @Test
    void nothingCanBeDoneToIt() throws Exception {
        record(this::twoLeases);
        recordings.open(file);
        TargetModel shown = shown();
        shown.leases().selected().setAll(shown.leases().rows());
        Permits permits = shown.permits();
        assertThat(List.of(permits.any(), permits.release(), permits.revoke(), permits.close()))
                .allSatisfy(why -> assertThat(why.get()).isEqualTo("A recording is only read."));
        assertThat(permits.export().get()).isEmpty();
        shown.acts().acquire();
        assertThat(shown.notices().text().get()).isEqualTo("A recording is only read.");
        assertThat(shown.simulator()).isEmpty();
        assertThat(shown.card().closable()).isFalse();
    }

    @Test
    void pauseIsNotOfferedForItStandsStillAnyway() throws Exception {
        record(this::twoLeases);
        recordings.open(file);
        TargetModel shown = shown();
        String end = shown.words().formats().clock(past.recorder.events().getLast().at());
        assertThat(shown.permits().pause().get())
                .isEqualTo("Everything stands still anyway, as of " + end + ".");
        assertThat(demo.model.permits().pause().get()).isEmpty();
    }

    @Test
    void whatWasOpenedThatDayIsSaidWithTheDayUnlessItIsToday() throws Exception {
        record(this::twoLeases);
        clock.set(past.recorder.events().getLast().at());
        recordings.open(file);
        Words words = shown().words();
        assertThat(words.day("card.opened", "card.opened.then")).isEqualTo("opened today");
        clock.turn(Duration.ofDays(3));
        assertThat(words.day("card.opened", "card.opened.then"))
                .isEqualTo("opened " + words.formats().today());
    }

    @Test
    void fileThatIsOpenIsBroughtToTheFront() throws Exception {
        record(this::twoLeases);
        recordings.open(file);
        TargetModel shown = shown();
        targets.current().set(demo.model);
        recordings.open(
                folder.resolve("..").resolve(folder.getFileName()).resolve("incident.sqlite"));
        assertThat(targets.current().get()).isSameAs(shown);
        assertThat(targets.all()).hasSize(2);
    }

    @Test
    void sessionsOfFormerRunsStandBelowOnce() throws Exception {
        record(() -> past.take("billing-sync").close());
        record(() -> past.take("mail").close());
        recordings.open(file);
        assertThat(shown().sessions().rows())
                .extracting(row -> row.session().epoch())
                .containsExactly(2L, 1L);
    }

    @Test
    void cardCountsWhatFormerRunsOpenedThatDay() throws Exception {
        record(() -> past.take("billing-sync").close());
        record(() -> past.take("mail").close());
        recordings.open(file);
        assertThat(shown().card().facts().get().openedToday()).isEqualTo(2);
    }

    @Test
    void closingItSaysSoAndBringsItsNeighbourToTheFront() throws Exception {
        record(this::twoLeases);
        recordings.open(file);
        TargetModel shown = shown();
        assertThat(new DisconnectModel(shown, targets).closes()).isFalse();
        new DisconnectModel(shown, targets).disconnect();
        assertThat(targets.all()).containsExactly(demo.model);
        assertThat(targets.leaving()).isEmpty();
        assertThat(demo.model.notices().text().get())
                .isEqualTo("demo · incident.sqlite is closed.");
    }

    @Test
    void longReadingIsToldAndNothingIsShownBeforeItsEnd() throws Exception {
        record(this::twoLeases);
        recordings = model(later::add);
        recordings.open(file);
        next();
        next();
        TargetModel shown = targets.current().get();
        RecordingModel recording = shown.recording().orElseThrow();
        assertThat(shown.card().text().get().spoken())
                .as("before the first beat")
                .startsWith("Reading incident.sqlite.");
        assertThat(shown.beat(Long.MAX_VALUE)).isTrue();
        assertThat(recording.said().get()).isEmpty();
        assertThat(shown.card().look().get()).isEqualTo(Look.READING);
        assertThat(shown.card().text().get().spoken())
                .startsWith(
                        "Reading incident.sqlite.\n0 of 5 entries are read."
                                + " What was so at the end shows once all are.\nAs of ");
        assertThat(shown.card().closable()).isFalse();
        assertThat(shown.title().get()).isEqualTo("Reading · demo · incident.sqlite · Leasehold");
        clock.turn(Duration.ofSeconds(2));
        assertThat(shown.beat(Long.MAX_VALUE)).isTrue();
        assertThat(recording.said().get()).isEqualTo("Reading incident.sqlite: 0 of 5 entries");
        assertThat(shown.standing().get())
                .isEqualTo(new Standing(Look.READING, "Reading 0 %", "–", 0));
        assertThat(shown.leases().rows()).isEmpty();
        while (!later.isEmpty()) {
            next();
        }
        assertThat(shown.beat(Long.MAX_VALUE)).isFalse();
        assertThat(recording.said().get()).isEmpty();
        assertThat(recording.part().get()).isEqualTo(1);
        assertThat(shown.card().look().get()).isEqualTo(Look.OPEN);
        assertThat(shown.standing().get())
                .isEqualTo(new Standing(Look.OPEN, "Open", "2 leases", 0));
        assertThat(shown.title().get()).isEqualTo("Open 2 · demo · incident.sqlite · Leasehold");
        assertThat(shown.leases().rows()).hasSize(2);
    }

    @Test
    void recordingThatBreaksInItsMiddleShowsWhatCouldBeReadAndSaysSo() throws Exception {
        record(this::twoLeases);
        change(file, "UPDATE entry SET detail = '{' WHERE client = 'mail'");
        recordings.open(file);
        TargetModel shown = shown();
        assertThat(shown.recording().orElseThrow().said().get())
                .isEqualTo(file + " is a damaged record: entry 5 of 5 cannot be read.");
        assertThat(shown.leases().rows()).hasSize(1);
    }

    @Test
    void whatIsNoRecordingIsRefusedAndNothingChanges() throws Exception {
        record(this::twoLeases);
        byte[] whole = Files.readAllBytes(file);
        refuses(write("empty.sqlite", new byte[0]), "is no SQLite file at all");
        refuses(write("text.sqlite", "dear diary".repeat(500).getBytes()), "is no SQLite file");
        refuses(write("half.sqlite", Arrays.copyOf(whole, whole.length / 2)), "its end is missing");
        refuses(folder, "is no file");
        refuses(folder.resolve("missing.sqlite"), "There is no file ");
        Path other = folder.resolve("other.sqlite");
        change(other, "CREATE TABLE diary (day TEXT)");
        refuses(other, "is a database of another program");
        Path newer = write("newer.sqlite", whole);
        change(newer, "PRAGMA user_version = 99");
        refuses(newer, "was written by a newer version of this program");
        Path bare = write("bare.sqlite", whole);
        change(bare, "DELETE FROM run");
        refuses(bare, "is a record in which nothing stands.");
    }

    private void refuses(Path path, String why) throws IOException {
        List<String> before = names();
        recordings.open(path);
        assertThat(targets.all()).containsExactly(demo.model);
        assertThat(demo.model.notices().text().get()).isEmpty();
        assertThat(refusals).hasSize(1);
        assertThat(refusals.getFirst().name()).isEqualTo(path.getFileName().toString());
        assertThat(refusals.getFirst().why()).contains(why).endsWith(".");
        refusals.clear();
        assertThat(names()).isEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path + " " + path.toFile().length()).sorted().toList();
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void change(Path path, String sql) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private void twoLeases() {
        past.take("billing-sync");
        past.advance(Duration.ofMinutes(1));
        past.take("mail");
    }

    /** Records what happens meanwhile. */
    private void record(Runnable happening) throws IOException {
        try (HistoryStore store = HistoryStore.open(file)) {
            store.record(past.controller());
            past.settle();
            happening.run();
            past.settle();
        }
    }

    private TargetModel shown() {
        TargetModel shown = targets.current().get();
        shown.beat(Long.MAX_VALUE);
        return shown;
    }

    private void next() {
        later.remove().run();
    }

    @Test
    void whatFailsWhenAFileIsRefusedFailsOnTheThreadOfTheBeat() {
        List<Runnable> beats = new ArrayList<>();
        RecordingsModel failing =
                new RecordingsModel(
                        targets,
                        new Words(Facts.TEXTS, new Formats(clock)),
                        Runnable::run,
                        beats::add,
                        refusal -> {
                            throw new IllegalStateException(refusal.name());
                        });
        failing.open(file);
        beats.removeFirst().run();
        assertThatIllegalStateException()
                .isThrownBy(beats.removeFirst()::run)
                .withMessage("incident.sqlite");
    }

    private RecordingsModel model(Executor background) {
        return new RecordingsModel(
                targets,
                new Words(Facts.TEXTS, new Formats(clock)),
                background,
                Runnable::run,
                refusals::add);
    }
}
