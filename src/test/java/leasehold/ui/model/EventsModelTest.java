package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import leasehold.history.Place;
import org.junit.jupiter.api.Test;

class EventsModelTest extends ShownEvents {

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
}
