package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import leasehold.history.Import;
import leasehold.history.Place;
import leasehold.history.Told;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.Test;

/** What the filter of the events lets through, and when. */
class EventsFilterTest extends ShownEvents {

    @Test
    void filterFindsFieldsAndWords() {
        beat(LongStream.rangeClosed(1, 40).mapToObj(ShownEvents::quiet).toList());
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
        beat(LongStream.rangeClosed(1, 40_000).mapToObj(ShownEvents::quiet).toList());
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
    void wordThatMeansNothingHasNothingLookedThroughAndShowsNotEvenAGap() {
        beat(LongStream.rangeClosed(1, 40).mapToObj(ShownEvents::quiet).toList());
        told.miss(41, 60);
        beat(resumed(61));
        int before = asked;
        model.filter().set("since:99:99");
        assertThat(asked).isEqualTo(before);
        assertThat(model.searched().get()).isEqualTo(100);
        assertThat(numbers()).isEmpty();
        beat(resumed(62));
        assertThat(numbers()).isEmpty();
        assertThat(model.all().get()).isEqualTo(43);
    }

    @Test
    void rangeOfTimeTakesWhatComesMeanwhile() {
        beat(LongStream.rangeClosed(1, 10).mapToObj(ShownEvents::quiet).toList());
        shows("since:11:58:20.009", 9, 10);
        beat(resumed(11), resumed(12));
        assertThat(numbers()).containsExactly(9L, 10L, 11L, 12L);
        shows("until:11:58:20.003", 1, 2);
        beat(resumed(13));
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void answerOfAFilterForAnotherRangeIsNotShown() {
        beat(LongStream.rangeClosed(1, 10).mapToObj(ShownEvents::quiet).toList());
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
        shows("run:x kind:lease.*");
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
        tellWithCrmAtEachThousandth(30_000);
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
    void filterLooksThroughAllThoughTheViewStandsStill() {
        tellWithCrmAtEachThousandth(60_000);
        settle();
        model.pause(true);
        model.filter().set("client:crm");
        settle();
        assertThat(model.searched().get()).isEqualTo(100);
        assertThat(model.rows()).hasSize(60);
        assertThat(model.total().get()).isEqualTo(60);
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
    void filterGoesOnWhereItWasWhenTheFileIsBack() throws IOException {
        tellWithCrmAtEachThousandth(3_000);
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

    private void tellWithCrmAtEachThousandth(long count) {
        tell(
                LongStream.rangeClosed(1, count)
                        .<SessionEvent>mapToObj(
                                n -> n % 1_000 == 0 ? Happenings.granted(n, "crm") : quiet(n))
                        .toList());
    }
}
