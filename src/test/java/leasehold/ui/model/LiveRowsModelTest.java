package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, goes and changes, the rows are those of a model that does it the simple way. */
class LiveRowsModelTest {

    private static final int STEPS = 1_500;

    private final Random random = new Random();
    private final Set<Row> visible = new HashSet<>();
    private boolean held;
    private boolean atEdge;

    /** A row whose word changes. */
    private static final class Row {
        private final int id;
        private int word;

        Row(int id, int word) {
            this.id = id;
            this.word = word;
        }

        @Override
        public String toString() {
            return id + "/" + word;
        }
    }

    /** The same without a thought of what it costs. */
    private final class Simple {
        private final boolean newestFirst;
        private final List<Row> rows = new ArrayList<>();
        private final List<Row> waiting = new ArrayList<>();
        private final List<Row> leaving = new ArrayList<>();
        private final Set<Row> shown = new HashSet<>();
        private final Set<Row> unseen = new HashSet<>();
        private Predicate<Row> filter = _ -> true;

        Simple(boolean newestFirst) {
            this.newestFirst = newestFirst;
        }

        void remove(Row row) {
            if (!waiting.remove(row)) {
                leaving.add(row);
            }
        }

        void filter(Predicate<Row> wanted) {
            filter = wanted;
            decide(rows);
        }

        void letIn() {
            drop(List.copyOf(leaving));
            if (!rows.isEmpty()) {
                unseen.addAll(waiting);
            }
            for (Row row : waiting) {
                rows.add(newestFirst ? 0 : rows.size(), row);
            }
            waiting.clear();
            decide(rows);
        }

        void addOldest(List<Row> older) {
            for (Row row : older) {
                rows.add(newestFirst ? rows.size() : 0, row);
            }
            decide(older);
        }

        void stayAtMost(int most) {
            long out = leaving.size() - most;
            drop(
                    leaving.stream()
                            .filter(row -> !visible.contains(row))
                            .limit(Math.max(0, out))
                            .toList());
        }

        List<Row> shown() {
            return rows.stream().filter(shown::contains).toList();
        }

        long fresh() {
            unseen.removeAll(atEdge ? Set.copyOf(unseen) : visible);
            return Stream.concat(
                            waiting.stream().filter(filter),
                            shown().stream().filter(unseen::contains))
                    .count();
        }

        private void decide(List<Row> some) {
            shown.removeAll(some);
            some.stream().filter(filter).forEach(shown::add);
        }

        private void drop(List<Row> out) {
            leaving.removeAll(out);
            rows.removeAll(out);
            unseen.removeAll(out);
        }
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAreThoseThatTheFilterLetsThroughAfterAnySequence(long seed) {
        random.setSeed(seed);
        LiveRows<Row> rows = new LiveRows<>(seed % 2 == 0);
        Simple simple = new Simple(seed % 2 == 0);
        rows.shownBy(() -> held, () -> atEdge, () -> visible, Runnable::run);
        List<String> done = new ArrayList<>();
        List<Row> there = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            done.add(act(rows, simple, there, step));
            rows.count();
            assertThat(rows.shown()).as("after %s", done).isEqualTo(simple.shown());
            assertThat(rows.fresh().get()).as("new after %s", done).isEqualTo((int) simple.fresh());
        }
    }

    private String act(LiveRows<Row> rows, Simple simple, List<Row> there, int step) {
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                List<Row> some = rows(step);
                rows.add(some);
                simple.waiting.addAll(some);
                there.addAll(some);
                return "add " + some;
            }
            case 2 -> {
                List<Row> some = some(there);
                rows.remove(some);
                some.forEach(simple::remove);
                there.removeAll(some);
                return "remove " + some;
            }
            case 3 -> {
                List<Row> some = some(there);
                some.forEach(row -> row.word = random.nextInt(4));
                rows.changed();
                return "change " + some;
            }
            case 4 -> {
                int word = random.nextInt(6);
                Predicate<Row> wanted = word > 3 ? _ -> true : row -> row.word == word;
                rows.filter(wanted, word <= 3);
                simple.filter(wanted);
                return "filter " + word;
            }
            case 5 -> {
                held = !held;
                atEdge = random.nextInt(3) == 0;
                visible.clear();
                visible.addAll(some(simple.shown()));
                return "held " + held + ", edge " + atEdge + ", seen " + visible;
            }
            case 6 -> {
                List<Row> some = rows(step);
                rows.addOldest(some.reversed());
                simple.addOldest(some.reversed());
                there.addAll(some);
                return "oldest " + some;
            }
            case 7 -> {
                int most = random.nextInt(4);
                rows.stayAtMost(most);
                simple.stayAtMost(most);
                return "stay " + most;
            }
            case 8 -> {
                rows.catchUp();
                simple.letIn();
                return "catch up";
            }
            default -> {
                rows.settle();
                if (!held) {
                    simple.letIn();
                }
                return "settle";
            }
        }
    }

    private List<Row> rows(int step) {
        List<Row> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(new Row(step * 10 + i, random.nextInt(4)));
        }
        return some;
    }

    private List<Row> some(List<Row> among) {
        List<Row> some = new ArrayList<>(among);
        some.removeIf(_ -> random.nextInt(4) != 0);
        return some;
    }
}
