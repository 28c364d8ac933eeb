package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import leasehold.history.Entry;
import leasehold.history.EventLog;
import leasehold.session.SessionEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsModelTest {

    private static final int MOST = 10;
    private static final Words WORDS = new Words(Facts.TEXTS, Facts.FORMATS);

    private final EventLog log = new EventLog(MOST);
    private final EventsModel model = new EventsModel(log, MOST, WORDS);
    private boolean held;

    @BeforeEach
    void look() {
        model.watch(true);
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
    void deltaIsToTheRowAboveWhateverTheFilterHides() {
        beat(resumed(1), Happenings.granted(5, "billing-sync"), resumed(812));
        assertThat(deltas()).containsExactly("–", "4 ms", "807 ms");
        model.filter().set("kind:session.*");
        assertThat(deltas()).containsExactly("–", "811 ms");
    }

    @Test
    void deltaAcrossAGapIsByTheWallClock() {
        beat(resumed(1));
        log.append(List.of(new Entry.Missed(2, 9, Happenings.stamp(10).at())));
        beat(resumed(12));
        assertThat(deltas()).containsExactly("–", "9 ms", "2 ms");
    }

    @Test
    void oldestGoWhileTheRestStaysTheSameInOneChange() {
        beat(resumed(1), resumed(2), resumed(3));
        EventRow third = model.rows().get(2);
        List<Integer> parts = new ArrayList<>();
        model.rows().addListener((ListChangeListener<EventRow>) change -> parts.add(parts(change)));
        beat(LongStream.rangeClosed(4, 12).mapToObj(Happenings::resumed).toList());
        assertThat(numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(3, 12).boxed().toList());
        assertThat(model.rows().getFirst()).isSameAs(third);
        assertThat(model.rows().indexOf(third)).isZero();
        assertThat(model.all()).isEqualTo(MOST);
        assertThat(model.dropped()).isEqualTo(2);
        assertThat(parts).containsExactly(2);
    }

    @Test
    void trimmingUnderAFilterDropsWhatIsShownAndCountsAll() {
        model.filter().set("client:billing-sync");
        beat(Happenings.granted(1, "billing-sync"), Happenings.granted(2, "billing-sync"));
        beat(LongStream.rangeClosed(3, 11).mapToObj(n -> Happenings.granted(n, "crm")).toList());
        assertThat(numbers()).containsExactly(2L);
        beat(Happenings.granted(12, "billing-sync"));
        assertThat(numbers()).containsExactly(12L);
        assertThat(model.all()).isEqualTo(MOST);
        model.clearFilter();
        assertThat(model.rows()).hasSize(MOST);
    }

    @Test
    void whatTheLogDroppedUnseenLeavesNoHoleAmongTheRows() {
        beat(resumed(1), resumed(2));
        beat(LongStream.rangeClosed(3, 40).mapToObj(Happenings::resumed).toList());
        assertThat(numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(31, 40).boxed().toList());
        assertThat(model.dropped()).isEqualTo(30);
    }

    @Test
    void whileNobodyLooksNoRowIsMadeAndTheCountIsExact() {
        model.watch(false);
        beat(resumed(1), resumed(2));
        assertThat(model.rows()).isEmpty();
        assertThat(model.kept().get()).isEqualTo(2);
        model.watch(true);
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void filterFindsFieldsAndWords() {
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
        assertThat(model.all()).isEqualTo(4);
    }

    @Test
    void chipsShowWhatFailedAndWhatAnOperatorDid() {
        beat(
                Happenings.granted(1, "billing-sync"),
                Happenings.revoked(2, 1, "billing-sync"),
                Happenings.openFailed(3));
        model.failuresOnly().set(true);
        assertThat(numbers()).containsExactly(3L);
        model.failuresOnly().set(false);
        model.operatorOnly().set(true);
        assertThat(numbers()).containsExactly(2L);
        model.clearFilter();
        assertThat(model.filtered()).isFalse();
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void gapIsARowThatNoFilterHides() {
        beat(resumed(1));
        log.append(List.of(new Entry.Missed(2, 250, Facts.NOON)));
        beat(resumed(251));
        model.filter().set("client:nobody");
        model.failuresOnly().set(true);
        model.operatorOnly().set(true);
        EventRow gap = model.rows().getFirst();
        assertThat(model.rows()).hasSize(1);
        assertThat(gap.kind().text()).isEqualTo("monitor.gap");
        assertThat(model.text(gap)).isEqualTo("249 events missed: 2 to 250");
    }

    @Test
    void revealingAHiddenEventShowsEverything() {
        List<EventRow> revealed = new ArrayList<>();
        model.onReveal(revealed::add);
        beat(Happenings.openFailed(1), Happenings.refused(2, 2, "crm", 1));
        model.filter().set("kind:lease.*");
        model.reveal(1);
        assertThat(revealed).extracting(EventRow::number).containsExactly(1L);
        assertThat(model.filtered()).isFalse();
        model.reveal(99);
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
    void whatWaitsForALongTimeIsNoMoreThanCanBeShown() {
        beat(resumed(1));
        hold();
        for (long n = 2; n < 40; n++) {
            beat(resumed(n));
        }
        assertThat(model.fresh().get()).isEqualTo(MOST);
        held = false;
        beat(resumed(40));
        assertThat(numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(31, 40).boxed().toList());
        assertThat(model.dropped()).isEqualTo(30);
    }

    @Test
    void keystrokeOverAHundredThousandRowsStaysUnderATenthOfASecond() {
        EventLog large = new EventLog();
        EventsModel full = new EventsModel(large, EventLog.NEWEST, WORDS);
        full.watch(true);
        large.append(
                LongStream.rangeClosed(1, EventLog.NEWEST)
                        .mapToObj(n -> Happenings.granted(n, "client-" + n % 100))
                        .map(Happenings::entry)
                        .toList());
        full.apply(large.appended());
        List<Long> millis = new ArrayList<>();
        for (String typed : List.of("o", "ow", "owh", "nowhe", "client:client-7", "x", "nowhere")) {
            long start = System.nanoTime();
            full.filter().set(typed);
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        assertThat(full.rows()).isEmpty();
        assertThat(millis)
                .as("the quickest, for others use the machine too")
                .anyMatch(m -> m < 100);
    }

    private void hold() {
        held = true;
        model.shownBy(() -> held, () -> !held, Set::of, Runnable::run);
    }

    private void shows(String filter, long... numbers) {
        model.filter().set(filter);
        assertThat(numbers())
                .as(filter)
                .containsExactlyElementsOf(LongStream.of(numbers).boxed().toList());
    }

    private void beat(SessionEvent... events) {
        beat(List.of(events));
    }

    private void beat(List<SessionEvent> events) {
        log.append(events.stream().map(Happenings::entry).toList());
        model.apply(log.appended());
    }

    private List<Long> numbers() {
        return model.rows().stream().map(EventRow::number).toList();
    }

    private List<String> deltas() {
        return model.rows().stream()
                .map(row -> model.sinceAbove(row).map(Formats::duration).orElse(Formats.MISSING))
                .toList();
    }

    private static SessionEvent resumed(long number) {
        return Happenings.resumed(number);
    }

    private static int parts(ListChangeListener.Change<? extends EventRow> change) {
        int parts = 0;
        while (change.next()) {
            parts++;
        }
        return parts;
    }
}
