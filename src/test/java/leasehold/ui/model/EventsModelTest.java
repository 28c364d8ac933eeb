package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import leasehold.history.Import;
import leasehold.history.Place;
import leasehold.history.Told;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsModelTest {

    private static final Words WORDS = new Words(Facts.TEXTS, Facts.FORMATS);

    @TempDir Path folder;

    /** What the record told is taken when the test says so. */
    private final List<Runnable> news = new ArrayList<>();

    private final List<Runnable> questions = new ArrayList<>();

    private final List<Throwable> failures = new ArrayList<>();
    private final Absence absence = new Absence();
    private Told told;
    private EventsModel model;
    private boolean held;
    private boolean slow;
    private int asked;

    @BeforeEach
    void look() throws IOException {
        told = new Told(folder.resolve("record.sqlite"), "demo");
        model = model();
        model.watch(true);
        settle();
    }

    @AfterEach
    void close() {
        model.close();
        told.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void rowsComeInTheOrderOfTimeAndKeepTheirIdentity() {
        beat(Happenings.granted(1, "billing-sync"));
        EventRow first = model.rows().getFirst();
        beat(Happenings.granted(2, "crm-bridge"), Happenings.released(3, 1, "billing-sync"));
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
        assertThat(model.rows().getFirst()).isSameAs(first);
        assertThat(model.rows().indexOf(first)).isZero();
    }

    @Test
    void rowIsReadWhenSomebodyLooksAtIt() {
        tell(LongStream.rangeClosed(1, 5_000).mapToObj(Happenings::resumed).toList());
        settle();
        assertThat(model.rows()).hasSize(5_000);
        slow = true;
        EventRow row = model.rows().get(2_000);
        assertThat(row.known()).isEmpty();
        slow = false;
        answer();
        assertThat(row.known().map(EventRecord::number)).contains(2_001L);
        EventRow above = model.rows().get(1_999);
        assertThat(above.known()).as("the page has more than one row").isPresent();
    }

    @Test
    void pagesThatAHandScrollsPastAreNotReadButThoseInViewAre() {
        tell(LongStream.rangeClosed(1, 20_000).mapToObj(Happenings::resumed).toList());
        settle();
        EventRow last = model.rows().get(12_345);
        model.shownBy(
                () -> false, () -> false, () -> Set.of(model.rows().get(12_345)), Runnable::run);
        slow = true;
        LongStream.range(0, 100).forEach(i -> model.rows().get((int) i * 200));
        slow = false;
        answer();
        long read = LongStream.range(0, 100).filter(i -> isRead((int) i * 200)).count();
        assertThat(read).as("the first page, and the last few of those that waited").isLessThan(12);
        assertThat(last.known()).isPresent();
    }

    @Test
    void deltaIsToTheRowAboveWhateverTheFilterHides() {
        beat(resumed(1), Happenings.granted(2, "billing-sync"), resumed(3));
        assertThat(deltas()).containsExactly("–", "1 ms", "1 ms");
        model.filter().set("kind:session.*");
        settle();
        assertThat(deltas()).containsExactly("–", "2 ms");
    }

    @Test
    void deltaAcrossAGapIsByTheWallClock() {
        beat(resumed(1));
        told.miss(2, 9);
        beat(resumed(10));
        assertThat(deltas().getFirst()).isEqualTo("–");
        assertThat(model.rows()).hasSize(3);
        assertThat(model.rows().get(1).known().map(EventRecord::gap)).contains(true);
        assertThat(deltas().get(1)).as("the gap was noticed much later").isNotEqualTo("8 ms");
    }

    @Test
    void oldestGoWhileTheRestStaysTheSame() {
        beat(resumed(1), resumed(2), resumed(3));
        EventRow third = model.rows().get(2);
        told.keep(10);
        beat(LongStream.rangeClosed(4, 12).mapToObj(Happenings::resumed).toList());
        await().untilAsserted(
                        () -> {
                            settle();
                            assertThat(numbers())
                                    .containsExactlyElementsOf(
                                            LongStream.rangeClosed(3, 12).boxed().toList());
                        });
        assertThat(model.rows().getFirst()).isSameAs(third);
        assertThat(model.all().get()).isEqualTo(10);
    }

    @Test
    void whileNobodyLooksNoRowIsMadeAndTheCountIsExact() {
        model.watch(false);
        beat(resumed(1), resumed(2));
        assertThat(model.rows()).isEmpty();
        assertThat(model.all().get()).isEqualTo(2);
        model.watch(true);
        settle();
        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(model.rows().getFirst().known()).isPresent();
    }

    @Test
    void formerRunsComeFirstAndTheSeamIsARow() {
        beat(resumed(1), resumed(2));
        told.restart();
        beat(resumed(1));
        assertThat(kinds())
                .containsExactly(
                        "session.resumed", "session.resumed", "monitor.seam", "session.resumed");
        model.filter().set("run:1");
        settle();
        assertThat(model.rows()).hasSize(2);
        model.show(Link.ToEvents.ofSession(Link.PRESENT, 17));
        settle();
        assertThat(model.filter().get()).isEqualTo("session:17 run:2");
        assertThat(places()).containsExactly(new Place(2, 1));
    }

    @Test
    void filterFindsFieldsAndWords() {
        beat(LongStream.rangeClosed(1, 40).mapToObj(EventsModelTest::quiet).toList());
        beat(
                Happenings.granted(41, "report-nightly"),
                Happenings.granted(42, "billing-sync"),
                Happenings.revoked(43, 42, "billing-sync"),
                Happenings.openFailed(44));
        shows("client:bill*", 42, 43);
        shows("kind:lease.*", 41, 42);
        shows("lease:42", 42, 43);
        shows("lease:L-42", 42, 43);
        shows("lease:4", new long[0]);
        shows("session:17", 41, 42, 43, 44);
        shows("session:#1", new long[0]);
        shows("session:", new long[0]);
        shows("REFUSED", 44);
        shows("ivanova", 43);
        shows("ordersync nightly", 41);
        shows("nightly L-42", new long[0]);
        shows("ordersync.run:88 L-42", 42);
        shows("granted client:*sync", 42);
        assertThat(model.all().get()).isEqualTo(44);
    }

    @Test
    void filterFindsARangeOfTime() {
        beat(LongStream.rangeClosed(1, 40_000).mapToObj(EventsModelTest::quiet).toList());
        beat(Happenings.granted(40_001, "crm"), Happenings.granted(40_002, "billing-sync"));
        shows("since:11:58:30 until:11:58:30.003", 10_000, 10_001, 10_002);
        shows("since:2025-06-04T11:58:59.999 until:2025-06-05", 39_999, 40_000, 40_001, 40_002);
        shows("since:11:59:00 client:*sync", 40_002);
        shows("since:11:58 since:11:59 until:11:59:00.001", 40_000);
        shows("until:11:58:20.003", 1, 2);
        shows("since:12:00", new long[0]);
        shows("until:2025-06-03", new long[0]);
        shows("since:11:59 until:11:58", new long[0]);
        shows("since:soon", new long[0]);
        shows("until:25:00", new long[0]);
        shows("lease:40001 since:11:58", 40_001);
    }

    @Test
    void wordThatMeansNothingIsNamedWithWhatIsAllowed() {
        beat(resumed(1));
        model.filter().set("client:a since:99:99 session:x");
        assertThat(model.wrong())
                .contains(
                        "since is '99:99'; allowed is a time such as 14:03 or 14:03:07 of today,"
                                + " or 2025-06-03T14:03");
        model.filter().set("until:12:00 lease:L-0");
        assertThat(model.wrong()).contains("lease is 'L-0'; allowed is a number from 1");
        model.filter().set("since:11:58 session:#17 lease:L-42 run:3 client: soon");
        assertThat(model.wrong()).isEmpty();
        model.clearFilter();
        assertThat(model.wrong()).isEmpty();
    }

    @Test
    void rangeOfTimeTakesWhatComesMeanwhile() {
        beat(LongStream.rangeClosed(1, 10).mapToObj(EventsModelTest::quiet).toList());
        shows("since:11:58:20.009", 9, 10);
        beat(resumed(11), resumed(12));
        assertThat(numbers()).containsExactly(9L, 10L, 11L, 12L);
        shows("until:11:58:20.003", 1, 2);
        beat(resumed(13));
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void answerOfAFilterForAnotherRangeIsNotShown() {
        beat(LongStream.rangeClosed(1, 10).mapToObj(EventsModelTest::quiet).toList());
        slow = true;
        model.filter().set("since:12:00");
        model.filter().set("since:11:58:20.010");
        assertThat(model.searched().get()).isZero();
        slow = false;
        answer();
        settle();
        assertThat(numbers()).containsExactly(10L);
        assertThat(model.searched().get()).isEqualTo(100);
    }

    @Test
    void leaseIsFoundInEveryRun() {
        beat(Happenings.granted(1, "crm"), Happenings.granted(2, "billing-sync"));
        told.restart();
        beat(Happenings.granted(1, "crm"), resumed(2), Happenings.released(3, 1, "crm"));
        model.filter().set("lease:1");
        settle();
        assertThat(places()).containsExactly(new Place(1, 1), new Place(2, 1), new Place(2, 3));
    }

    @Test
    void runThatIsImportedMeanwhileStandsWhereItBeganAndIsLookedThrough() throws Exception {
        beat(Happenings.granted(1, "billing-sync"), resumed(2));
        told.restart();
        beat(Happenings.granted(1, "billing-sync"), resumed(2));
        told.close();
        alter("UPDATE run SET started = started - 7200000000000 WHERE id = 1");
        model.filter().set("client:billing-sync");
        settle();
        Path file = folder.resolve("other.sqlite");
        try (Told other = new Told(file, "demo")) {
            other.tell(
                    List.of(
                            Happenings.granted(1, "billing-sync"),
                            resumed(2),
                            Happenings.granted(3, "billing-sync")));
        }
        alter(file, "UPDATE run SET started = started - 3600000000000");
        new Import(folder.resolve("record.sqlite")).read(file, _ -> {});
        settle();
        assertThat(places())
                .containsExactly(
                        new Place(1, 1), new Place(3, 1), new Place(3, 3), new Place(2, 1));
        assertThat(model.searched().get()).isEqualTo(100);
        assertThat(model.run()).as("the newest is still so").isEqualTo(2);
        assertThat(model.fresh().get()).as("nothing new has happened").isZero();
        assertThat(texts())
                .satisfiesExactly(
                        own -> assertThat(own).doesNotContain("Imported"),
                        first -> assertThat(first).startsWith("Imported from other.sqlite on "),
                        other -> assertThat(other).doesNotContain("Imported"),
                        own -> assertThat(own).doesNotContain("Imported"));
        model.clearFilter();
        settle();
        assertThat(places().stream().map(Place::run).distinct()).containsExactly(1L, 3L, 2L);
    }

    @Test
    void runThatBeganOnAClockThatWasSetBackIsLookedThroughOnceWhenItEnds() {
        beat(new SessionEvent.Resumed(new Stamp(1, Facts.NOON, 0, 17)));
        told.restart();
        model.filter().set("client:billing-sync");
        beat(resumed(1), resumed(2), resumed(3));
        assertThat(places()).isEmpty();
        tell(List.of(Happenings.granted(4, "billing-sync")));
        told.restart();
        beat(Happenings.granted(5, "billing-sync"));
        beat(Happenings.granted(6, "billing-sync"));
        assertThat(places())
                .as("with the gap at which the third run begins")
                .containsExactly(
                        new Place(2, 4), new Place(3, 4), new Place(3, 5), new Place(3, 6));
        assertThat(model.searched().get()).isEqualTo(100);
    }

    @Test
    void runThatEndsAndTurnsOutOlderWhileItIsLookedThroughIsFoundWhereItBelongs() {
        beat(Happenings.granted(50_000, "billing-sync"));
        told.restart();
        slow = true;
        model.look();
        model.filter().set("client:billing-sync");
        tell(List.of(Happenings.granted(1, "billing-sync")));
        questions.removeFirst().run();
        model.look();
        told.restart();
        tell(List.of(Happenings.granted(2, "billing-sync")));
        answer();
        slow = false;
        settle();
        assertThat(places())
                .as("with the gaps at which two runs begin")
                .containsExactly(
                        new Place(2, 1),
                        new Place(1, 49_999),
                        new Place(1, 50_000),
                        new Place(3, 1),
                        new Place(3, 2));
        assertThat(model.searched().get()).isEqualTo(100);
    }

    @Test
    void ofARunOnlyItsOwnRowsAreLookedThrough() throws Exception {
        for (int run = 1; run <= 3; run++) {
            beat(Happenings.granted(1, "crm"), resumed(2), Happenings.released(3, 1, "crm"));
            told.restart();
        }
        alter("UPDATE entry SET kind = 'x' WHERE run <> 2");
        shows("kind:lease.*", 1, 2, 3, 1, 3, 0, 1, 2, 3);
        shows("run:2", 0, 1, 2, 3);
        shows("run:2 client:crm", 1, 3);
        shows("lease:1 run:2", 1, 3);
        shows("run:2 since:11:58:20.002", 2, 3);
        shows("run:4");
        shows("run:x kind:lease.*", 1, 2, 3, 0, 1, 2, 3);
    }

    @Test
    void chipsShowWhatFailedAndWhatAnOperatorDid() {
        beat(
                Happenings.granted(1, "billing-sync"),
                Happenings.revoked(2, 1, "billing-sync"),
                Happenings.openFailed(3));
        model.failuresOnly().set(true);
        settle();
        assertThat(numbers()).containsExactly(3L);
        model.failuresOnly().set(false);
        model.operatorOnly().set(true);
        settle();
        assertThat(numbers()).containsExactly(2L);
        model.clearFilter();
        assertThat(model.filtered()).isFalse();
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void gapIsARowThatNoFilterHides() {
        beat(resumed(1));
        told.miss(2, 250);
        beat(resumed(251));
        model.filter().set("client:nobody");
        model.failuresOnly().set(true);
        model.operatorOnly().set(true);
        settle();
        EventRecord gap = model.rows().getFirst().known().orElseThrow();
        assertThat(model.rows()).hasSize(1);
        assertThat(gap.kind().text()).isEqualTo("monitor.gap");
        assertThat(model.text(gap)).isEqualTo("249 events missed: 2 to 250");
    }

    @Test
    void filterLooksFromTheNewestBackAndTakesWhatComesMeanwhile() {
        tell(
                LongStream.rangeClosed(1, 30_000)
                        .<SessionEvent>mapToObj(
                                n -> n % 1_000 == 0 ? Happenings.granted(n, "crm") : quiet(n))
                        .toList());
        settle();
        slow = true;
        model.filter().set("client:crm");
        tell(List.of(Happenings.granted(30_001, "crm")));
        slow = false;
        answer();
        settle();
        assertThat(numbers())
                .containsExactlyElementsOf(
                        LongStream.concat(
                                        LongStream.rangeClosed(1, 30).map(n -> n * 1_000),
                                        LongStream.of(30_001))
                                .boxed()
                                .toList());
        assertThat(model.searched().get()).isEqualTo(100);
        assertThat(model.all().get()).isEqualTo(30_001);
    }

    @Test
    void whatWasShownStaysUntilAFilterHasLooked() {
        beat(Happenings.granted(1, "crm"), resumed(2));
        slow = true;
        model.filter().set("client:crm");
        assertThat(model.rows()).hasSize(2);
        slow = false;
        answer();
        settle();
        assertThat(numbers()).containsExactly(1L);
        slow = true;
        model.filter().set("client:x");
        model.filter().set("");
        slow = false;
        answer();
        settle();
        assertThat(numbers()).as("the answer to a filter that is gone").containsExactly(1L, 2L);
    }

    @Test
    void revealingAHiddenEventShowsEverything() {
        List<EventRow> revealed = new ArrayList<>();
        model.onReveal(revealed::add);
        beat(Happenings.openFailed(1), Happenings.refused(2, 2, "crm", 1));
        model.filter().set("kind:lease.*");
        settle();
        model.reveal(new Place(1, 1));
        assertThat(revealed).extracting(EventRow::place).containsExactly(new Place(1, 1));
        assertThat(model.filtered()).isFalse();
        model.reveal(new Place(1, 99));
        assertThat(revealed).hasSize(1);
    }

    @Test
    void everyChangeOfTheRowsIsFramed() {
        List<Integer> sizes = new ArrayList<>();
        model.shownBy(
                () -> false,
                () -> true,
                Set::of,
                change -> {
                    change.run();
                    sizes.add(model.rows().size());
                });
        beat(resumed(1), resumed(2));
        model.filter().set("nothing");
        settle();
        assertThat(sizes).containsExactly(2, 0);
    }

    @Test
    void handHoldsNewRowsBackAndTheyAreCounted() {
        beat(resumed(1));
        hold();
        beat(resumed(2), resumed(3));
        assertThat(numbers()).containsExactly(1L);
        assertThat(model.fresh().get()).isEqualTo(2);
        assertThat(model.waits()).isTrue();
        held = false;
        beat(resumed(4));
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(model.fresh().get()).isZero();
        assertThat(model.waits()).isFalse();
    }

    @Test
    void pauseHoldsEverythingUntilItEnds() {
        beat(resumed(1));
        model.pause(true);
        beat(resumed(2));
        assertThat(numbers()).containsExactly(1L);
        assertThat(model.waits()).isFalse();
        model.filter().set("session.resumed");
        settle();
        assertThat(numbers()).as("a filter looks where the view stands").containsExactly(1L);
        model.pause(false);
        settle();
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void changesAreToldAsWhatTheyAre() {
        beat(resumed(1), resumed(2));
        List<String> changes = new ArrayList<>();
        model.rows().addListener((ListChangeListener<EventRow>) c -> changes.add(told(c)));
        beat(Happenings.granted(3, "crm"));
        model.filter().set("kind:lease.*");
        settle();
        model.clearFilter();
        assertThat(changes).containsExactly("2-3 -0", "0-0 -2", "0-2 -0");
    }

    @Test
    void selectedRowsAreReadBeforeTheyAreCopied() {
        tell(LongStream.rangeClosed(1, 3_000).mapToObj(Happenings::resumed).toList());
        settle();
        slow = true;
        model.selected().setAll(model.rows().get(10), model.rows().get(2_500));
        List<Long> copied = new ArrayList<>();
        model.readSelected(rows -> rows.forEach(row -> copied.add(row.place().number())));
        assertThat(copied).isEmpty();
        model.selected().clear();
        slow = false;
        answer();
        assertThat(copied).as("what was selected then").containsExactly(11L, 2_501L);
    }

    @Test
    void copyOfManyRowsHasTheDistanceOfEachToTheOneAbove() {
        tell(LongStream.rangeClosed(1, 12_000).mapToObj(Happenings::resumed).toList());
        settle();
        model.selected().setAll(List.copyOf(model.rows().subList(1, 12_000)));
        List<Optional<Duration>> copied = new ArrayList<>();
        model.readSelected(
                rows ->
                        rows.forEach(
                                row -> copied.add(model.sinceAbove(row.known().orElseThrow()))));
        assertThat(copied).hasSize(11_999).containsOnly(Optional.of(Duration.ofMillis(1)));
    }

    @Test
    void filterLooksThroughAllThoughTheViewStandsStill() {
        tell(
                LongStream.rangeClosed(1, 60_000)
                        .<SessionEvent>mapToObj(
                                n -> n % 1_000 == 0 ? Happenings.granted(n, "crm") : quiet(n))
                        .toList());
        settle();
        model.pause(true);
        model.filter().set("client:crm");
        settle();
        assertThat(model.searched().get()).isEqualTo(100);
        assertThat(model.rows()).hasSize(60);
        assertThat(model.total().get()).isEqualTo(60);
    }

    @Test
    void whatStoodInAFileThatVanishedIsNotTakenForWhatStandsInTheNext() throws IOException {
        beat(Happenings.granted(1, "crm"), resumed(2), resumed(3));
        vanish();
        beat(resumed(4));
        await().untilAsserted(
                        () -> {
                            settle();
                            assertThat(numbers()).containsExactly(3L, 4L);
                        });
        assertThat(kinds()).containsExactly("monitor.gap", "session.resumed");
    }

    @Test
    void filterLooksThroughAFileThatWasBegunAnew() throws IOException {
        told.restart();
        beat(Happenings.granted(1, "crm"), resumed(2));
        told.restart();
        beat(Happenings.granted(1, "crm"), resumed(2), resumed(3));
        model.filter().set("client:crm");
        settle();
        assertThat(model.rows()).isNotEmpty();
        vanish();
        beat(resumed(4), Happenings.granted(5, "crm"), resumed(6));
        await().untilAsserted(
                        () -> {
                            settle();
                            assertThat(model.rows()).isNotEmpty();
                            assertThat(places()).containsExactly(new Place(1, 3), new Place(1, 5));
                        });
        assertThat(model.searched().get()).isEqualTo(100);
    }

    @Test
    void rowsStayWhileTheFileIsGoneAndAreReadWhenItIsBack() throws IOException {
        tell(LongStream.rangeClosed(1, 5_000).mapToObj(Happenings::resumed).toList());
        settle();
        move("record.sqlite", "elsewhere");
        assertThat(model.rows().get(2_000).known()).isEmpty();
        model.rows().get(3_000);
        model.look();
        assertThat(model.rows()).hasSize(5_000);
        assertGoneWasToldOnce();
        move("elsewhere", "record.sqlite");
        absence.over();
        assertThat(model.rows().get(2_000).known().map(EventRecord::number)).contains(2_001L);
        assertThat(model.rows().get(3_000).known().map(EventRecord::number)).contains(3_001L);
    }

    @Test
    void filterGoesOnWhereItWasWhenTheFileIsBack() throws IOException {
        tell(
                LongStream.rangeClosed(1, 3_000)
                        .<SessionEvent>mapToObj(
                                n -> n % 1_000 == 0 ? Happenings.granted(n, "crm") : quiet(n))
                        .toList());
        settle();
        slow = true;
        model.filter().set("client:crm");
        move("record.sqlite", "elsewhere");
        slow = false;
        answer();
        assertThat(model.searched().get()).isZero();
        assertGoneWasToldOnce();
        move("elsewhere", "record.sqlite");
        absence.over();
        settle();
        assertThat(numbers()).containsExactly(1_000L, 2_000L, 3_000L);
        assertThat(model.searched().get()).isEqualTo(100);
    }

    @Test
    void copyDoesNotWaitForAFileThatIsGone() throws IOException {
        tell(LongStream.rangeClosed(1, 3_000).mapToObj(Happenings::resumed).toList());
        settle();
        slow = true;
        model.selected().setAll(model.rows().get(10), model.rows().get(2_990));
        move("record.sqlite", "elsewhere");
        slow = false;
        answer();
        List<Long> copied = new ArrayList<>();
        model.readSelected(rows -> rows.forEach(row -> copied.add(row.place().number())));
        assertThat(copied).as("what was read").containsExactly(2_991L);
        assertGoneWasToldOnce();
        move("elsewhere", "record.sqlite");
        absence.over();
        assertThat(copied).as("nothing is copied later").containsExactly(2_991L);
    }

    private void assertGoneWasToldOnce() {
        assertThat(failures)
                .singleElement()
                .satisfies(
                        thrown ->
                                assertThat(thrown.getCause())
                                        .hasMessageStartingWith(
                                                folder.resolve("record.sqlite") + " is gone: "));
        failures.clear();
    }

    private void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    @Test
    void nothingIsAskedNorToldAfterTheEnd() {
        beat(resumed(1));
        told.tell(List.of(resumed(2)));
        model.close();
        settle();
        model.filter().set("client:crm");
        model.look();
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void rowThatCannotBeReadSaysSo() throws Exception {
        tell(LongStream.rangeClosed(1, 1_000).mapToObj(Happenings::resumed).toList());
        settle();
        alter("UPDATE entry SET detail = '[' WHERE number = 100");
        lookAt(99);
        EventRecord row = model.rows().get(99).known().orElseThrow();
        assertThat(model.text(row)).contains("cannot be read");
        assertThat(model.rows().get(100).known()).as("its neighbour").isPresent();
    }

    @Test
    void rowOfWhichNothingStandsIsNotAskedForAgainAtEveryBeat() throws Exception {
        tell(LongStream.rangeClosed(1, 1_000).mapToObj(Happenings::resumed).toList());
        settle();
        alter("DELETE FROM entry WHERE number = 100");
        int before = asked;
        lookAt(99);
        assertThat(asked).isEqualTo(before + 1);
        assertThat(model.rows().get(100).known()).as("its neighbour").isPresent();
    }

    private void lookAt(int index) {
        model.shownBy(
                () -> false, () -> false, () -> Set.of(model.rows().get(index)), Runnable::run);
        for (int beat = 0; beat < 5; beat++) {
            model.settle();
        }
    }

    private void alter(String sql) throws SQLException {
        alter(folder.resolve("record.sqlite"), sql);
    }

    private static void alter(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void vanish() throws IOException {
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("record.sqlite" + ending));
        }
    }

    private EventsModel model() {
        Executor background =
                question -> {
                    asked++;
                    if (slow) {
                        questions.add(question);
                    } else {
                        question.run();
                    }
                };
        Executor fx =
                task -> {
                    if (Thread.currentThread().getName().equals("leasehold-history")) {
                        synchronized (news) {
                            news.add(task);
                        }
                    } else {
                        try {
                            task.run();
                        } catch (RuntimeException e) {
                            failures.add(e);
                        }
                    }
                };
        return new EventsModel(
                Optional.of(
                        new EventReader(
                                CompletableFuture.completedFuture(told.store()),
                                "demo",
                                background,
                                fx,
                                absence,
                                failures::add)),
                WORDS);
    }

    private void hold() {
        held = true;
        model.shownBy(() -> held, () -> !held, Set::of, Runnable::run);
    }

    private void shows(String filter, long... numbers) {
        model.filter().set(filter);
        settle();
        assertThat(numbers())
                .as(filter)
                .containsExactlyElementsOf(LongStream.of(numbers).boxed().toList());
    }

    private void beat(SessionEvent... events) {
        beat(List.of(events));
    }

    private void beat(List<SessionEvent> events) {
        tell(events);
        settle();
    }

    private void tell(List<SessionEvent> events) {
        told.tell(events);
    }

    /** Takes what the record told, and looks once more: it may have been told of too early. */
    private void settle() {
        List<Runnable> tasks;
        synchronized (news) {
            tasks = List.copyOf(news);
            news.clear();
        }
        tasks.forEach(Runnable::run);
        model.look();
        model.settle();
    }

    private void answer() {
        while (!questions.isEmpty()) {
            questions.removeFirst().run();
        }
    }

    private boolean isRead(int index) {
        slow = true;
        boolean read = model.rows().get(index).known().isPresent();
        slow = false;
        return read;
    }

    private List<Long> numbers() {
        return places().stream().map(Place::number).toList();
    }

    private List<Place> places() {
        return model.rows().stream().map(EventRow::place).toList();
    }

    private List<String> texts() {
        return model.rows().stream().map(row -> model.text(row.known().orElseThrow())).toList();
    }

    private List<String> kinds() {
        return model.rows().stream().map(row -> row.known().orElseThrow().kind().text()).toList();
    }

    private List<String> deltas() {
        return model.rows().stream()
                .map(row -> row.known().orElseThrow())
                .map(row -> model.sinceAbove(row).map(Formats::duration).orElse(Formats.MISSING))
                .toList();
    }

    private static String told(ListChangeListener.Change<? extends EventRow> change) {
        change.next();
        return change.getFrom() + "-" + change.getTo() + " -" + change.getRemovedSize();
    }

    private static SessionEvent resumed(long number) {
        return Happenings.resumed(number);
    }

    /** Of another session than all others. */
    private static SessionEvent quiet(long number) {
        Stamp stamp = Happenings.stamp(number);
        return new SessionEvent.Resumed(new Stamp(number, stamp.at(), stamp.nanos(), 3));
    }
}
