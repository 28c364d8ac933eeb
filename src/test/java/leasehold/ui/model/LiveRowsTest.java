package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveRowsTest {

    private final LiveRows<String> rows = new LiveRows<>(false);
    private final List<List<String>> framed = new ArrayList<>();
    private final Set<String> visible = new HashSet<>();
    private boolean held;
    private boolean atEdge = true;

    @Test
    void nothingChangesPlaceWhileTheTableIsHeld() {
        show("a", "b");
        held = true;
        rows.add(List.of("c", "d"));
        rows.remove(List.of("a"));
        rows.settle();
        assertThat(rows.shown()).containsExactly("a", "b");
        assertThat(rows.fresh().get()).isEqualTo(2);
        held = false;
        rows.settle();
        assertThat(rows.shown()).containsExactly("b", "c", "d");
    }

    @Test
    void whatComesAndGoesWhileTheTableIsHeldIsNeverShown() {
        show("a");
        held = true;
        rows.add(List.of("b", "c"));
        rows.settle();
        rows.remove(List.of("b"));
        rows.settle();
        assertThat(rows.fresh().get()).isEqualTo(1);
        held = false;
        rows.settle();
        assertThat(rows.shown()).containsExactly("a", "c");
    }

    @Test
    void changedRowsAreFilteredAnewOnlyWhenTheTableIsLetGo() {
        show("a", "b");
        List<String> wanted = new ArrayList<>(List.of("a"));
        held = true;
        rows.filter(wanted::contains, true);
        assertThat(rows.shown()).as("a filter is set by a hand").containsExactly("a");
        wanted.add("b");
        rows.changed();
        rows.settle();
        assertThat(rows.shown()).containsExactly("a");
        held = false;
        rows.settle();
        assertThat(rows.shown()).containsExactly("a", "b");
    }

    @Test
    void waitingRowsThatTheFilterHidesAreNotCounted() {
        show("a");
        held = true;
        rows.filter("b"::equals, true);
        rows.add(List.of("b", "c"));
        rows.settle();
        assertThat(rows.fresh().get()).isEqualTo(1);
    }

    @Test
    void newestComesFirstWhereItShould() {
        LiveRows<String> newest = new LiveRows<>(true);
        newest.add(List.of("a", "b"));
        newest.settle();
        newest.add(List.of("c", "d"));
        newest.settle();
        assertThat(newest.shown()).containsExactly("d", "c", "b", "a");
        newest.remove(List.of("a"));
        newest.settle();
        assertThat(newest.shown()).containsExactly("d", "c", "b");
    }

    @Test
    void everyBeatIsOneFramedChangeAtMost() {
        rows.shownBy(
                () -> held,
                () -> true,
                Set::of,
                change -> {
                    change.run();
                    framed.add(List.copyOf(rows.shown()));
                });
        List<String> many = IntStream.range(0, 9).mapToObj(Integer::toString).toList();
        rows.add(many);
        rows.settle();
        rows.settle();
        rows.remove(List.of("0", "1"));
        rows.settle();
        rows.remove(List.of("3", "5"));
        rows.add(List.of("9"));
        rows.settle();
        assertThat(framed)
                .containsExactly(
                        many,
                        List.of("2", "3", "4", "5", "6", "7", "8"),
                        List.of("2", "4", "6", "7", "8", "9"));
    }

    @Test
    void newRowsAreCountedUntilTheyAreSeenOrTheEdgeIsReached() {
        show("a");
        atEdge = false;
        rows.add(List.of("b", "c", "d", "e"));
        rows.settle();
        assertThat(rows.shown()).hasSize(5);
        assertThat(rows.fresh().get()).isEqualTo(4);
        visible.add("b");
        rows.remove(List.of("d"));
        rows.settle();
        assertThat(rows.fresh().get()).isEqualTo(2);
        rows.filter("c"::equals, true);
        assertThat(rows.fresh().get()).isEqualTo(1);
        atEdge = true;
        rows.settle();
        assertThat(rows.fresh().get()).isZero();
    }

    @Test
    void firstRowsOfATableAreNotNew() {
        atEdge = false;
        show("a", "b");
        assertThat(rows.fresh().get()).isZero();
    }

    @Test
    void tableThatIsTakenAwayHoldsNothing() {
        held = true;
        rows.shownBy(() -> held, () -> atEdge, () -> visible, Runnable::run).unsubscribe();
        rows.add(List.of("a"));
        rows.settle();
        assertThat(rows.shown()).containsExactly("a");
    }

    private void show(String... first) {
        rows.shownBy(() -> held, () -> atEdge, () -> visible, Runnable::run);
        rows.add(List.of(first));
        rows.settle();
    }
}
