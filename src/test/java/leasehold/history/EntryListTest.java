package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import leasehold.history.EntryList.Stretch;
import org.junit.jupiter.api.Test;

/** Which entries there are, told by arithmetic: held against plain lists of places. */
class EntryListTest {

    private static final EntryList TWO_RUNS =
            EntryList.of(List.of(new Stretch(1, 1, 3), new Stretch(1, 9, 9), new Stretch(4, 0, 1)));

    @Test
    void indicesCountOverGapsAndRuns() {
        assertThat(TWO_RUNS.size()).isEqualTo(6);
        assertThat(places(TWO_RUNS))
                .containsExactly(
                        new Place(1, 1),
                        new Place(1, 2),
                        new Place(1, 3),
                        new Place(1, 9),
                        new Place(4, 0),
                        new Place(4, 1));
        assertThat(TWO_RUNS.indexOf(new Place(1, 9))).isEqualTo(3);
        assertThat(TWO_RUNS.indexOf(new Place(1, 5))).isEqualTo(-1);
        assertThat(TWO_RUNS.before(new Place(1, 5))).isEqualTo(3);
        assertThat(TWO_RUNS.before(new Place(2, 0))).isEqualTo(4);
        assertThat(TWO_RUNS.before(new Place(9, 0))).isEqualTo(6);
    }

    @Test
    void indexThatIsNotThereIsRefused() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> TWO_RUNS.at(6))
                .withMessage("index is 6; allowed is 0 to 5");
    }

    @Test
    void stretchesOutOfOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> EntryList.of(List.of(new Stretch(1, 5, 9), new Stretch(1, 9, 12))))
                .withMessageContaining("does not come after");
    }

    @Test
    void tenMillionWithoutAGapAreOneStretch() {
        List<Stretch> parts =
                LongStream.range(0, 10_000)
                        .mapToObj(i -> new Stretch(1, i * 1_000, i * 1_000 + 999))
                        .toList();
        EntryList all = EntryList.of(parts);
        assertThat(all).isEqualTo(EntryList.of(List.of(new Stretch(1, 0, 9_999_999))));
    }

    @Test
    void everyAnswerIsThatOfAPlainList() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            RunOrder order = order(random);
            RunOrder otherwise = random.nextBoolean() ? order : order(random);
            List<Place> plain = places(random, order, 40, 20);
            List<Place> others = places(random, otherwise, 40, 20);
            EntryList list = list(order, plain);
            EntryList other = list(otherwise, others);
            String as = "seed " + seed + ", round " + round;
            assertThat(places(list)).as(as).isEqualTo(plain);
            int from = random.nextInt(plain.size() + 1);
            int to = from + random.nextInt(plain.size() - from + 1);
            assertThat(places(list.slice(from, to))).as(as).isEqualTo(plain.subList(from, to));
            assertThat(places(list.within(other)))
                    .as(as)
                    .isEqualTo(plain.stream().filter(others::contains).toList());
            assertThat(places(list.only(others)))
                    .as(as)
                    .isEqualTo(plain.stream().filter(others::contains).toList());
            assertThat(places(list.ofRun(2)))
                    .as(as)
                    .isEqualTo(plain.stream().filter(place -> place.run() == 2).toList());
            assertThat(list.slice(0, to).begins(list)).as(as).isTrue();
            assertThat(list.begins(other))
                    .as(as)
                    .isEqualTo(
                            plain.size() <= others.size()
                                    && others.subList(0, plain.size()).equals(plain));
            assertThat(list.slice(0, from).then(list.slice(from, plain.size())))
                    .as(as)
                    .isEqualTo(list);
            for (Place place : others) {
                assertThat(list.indexOf(place)).as(as).isEqualTo(plain.indexOf(place));
                assertThat(list.before(place))
                        .as(as)
                        .isEqualTo(plain.stream().filter(p -> order.compare(p, place) < 0).count());
            }
        }
    }

    @Test
    void runsStandInTheirOrderAndOneThatIsNotKnownComesFirst() {
        EntryList list =
                EntryList.of(
                        RunOrder.of(List.of(7L, 2L)),
                        List.of(new Stretch(7, 1, 3), new Stretch(2, 1, 2)));
        assertThat(list.at(0)).isEqualTo(new Place(7, 1));
        assertThat(list.indexOf(new Place(2, 1))).isEqualTo(3);
        assertThat(list.before(new Place(2, 9))).isEqualTo(5);
        assertThat(list.before(new Place(9, 9))).isZero();
        assertThat(list.indexOf(new Place(9, 9))).isEqualTo(-1);
    }

    @Test
    void listGoesOnWithARunThatItDidNotKnow() {
        EntryList list = EntryList.of(RunOrder.of(List.of(7L)), List.of(new Stretch(7, 1, 3)));
        EntryList more = EntryList.of(RunOrder.of(List.of(7L, 2L)), List.of(new Stretch(2, 1, 2)));
        assertThat(list.then(more).indexOf(new Place(2, 2))).isEqualTo(4);
    }

    @Test
    void listsWhoseRunsStandInOtherOrdersAreNotPutTogether() {
        EntryList list =
                EntryList.of(
                        RunOrder.of(List.of(7L, 2L)),
                        List.of(new Stretch(7, 1, 3), new Stretch(2, 1, 2)));
        EntryList more =
                EntryList.of(RunOrder.of(List.of(2L, 7L, 9L)), List.of(new Stretch(9, 1, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.then(more))
                .withMessage("run 2 does not come after run 7");
        assertThat(list.then(list.slice(0, 0))).isEqualTo(list);
    }

    @Test
    void listsOfManyBlocksAnswerAsPlainListsDo() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            String as = "seed " + seed + ", round " + round;
            RunOrder order = order(random);
            RunOrder otherwise = random.nextBoolean() ? order : order(random);
            List<Place> plain = places(random, order, 12_000, 8_000);
            List<Place> others = places(random, otherwise, 12_000, 8_000);
            EntryList list = list(order, plain);
            EntryList pieces = EntryList.EMPTY;
            for (int from = 0; from < plain.size(); ) {
                int to = Math.min(plain.size(), from + 1 + random.nextInt(2_000));
                pieces = pieces.then(list.slice(from, to));
                from = to;
            }
            assertThat(pieces).as(as).isEqualTo(list).hasSameHashCodeAs(list);
            assertThat(places(pieces)).as(as).isEqualTo(plain);
            assertThat(list.slice(0, plain.size() / 2).begins(pieces)).as(as).isTrue();
            EntryList rest = list.slice(1, plain.size());
            assertThat(rest.begins(pieces)).as(as).isEqualTo(rest.isEmpty());
            Set<Place> wanted = Set.copyOf(others);
            List<Place> common = plain.stream().filter(wanted::contains).toList();
            EntryList both = pieces.within(list(otherwise, others));
            assertThat(places(both)).as(as).isEqualTo(common);
            assertThat(both.within(list)).as(as).isEqualTo(both);
            assertThat(list.only(others)).as(as).isEqualTo(both);
            EntryList middle = thousands(otherwise);
            List<Place> inside =
                    plain.stream()
                            .filter(place -> place.number() >= 1_000 && place.number() < 7_000)
                            .toList();
            assertThat(places(pieces.within(middle))).as(as).isEqualTo(inside);
            assertThat(places(middle.within(pieces)))
                    .as(as)
                    .isEqualTo(inside.stream().sorted(otherwise).toList());
            long run = 1 + random.nextInt(3);
            assertThat(places(pieces.ofRun(run)))
                    .as(as)
                    .isEqualTo(plain.stream().filter(place -> place.run() == run).toList());
            for (int i = 0; i < plain.size(); i += 1 + random.nextInt(500)) {
                assertThat(pieces.indexOf(plain.get(i))).as(as).isEqualTo(i);
                assertThat(pieces.before(plain.get(i))).as(as).isEqualTo(i);
            }
        }
    }

    @Test
    void listOfHalfAMillionHitsGrowsAndShrinksWithoutBeingCopied() {
        EntryList hits = hits(1_000_000, 2_000_000);
        assertThat(hits.size()).isEqualTo(500_000);
        EntryList older = hits(998_000, 1_000_000);
        EntryList newer = hits(2_000_000, 2_000_002);
        assertThat(made(hits.then(newer), hits)).isLessThanOrEqualTo(1);
        assertThat(made(older.then(hits), hits)).isLessThanOrEqualTo(1);
        assertThat(made(hits.slice(3, hits.size()), hits)).isLessThanOrEqualTo(2);
        assertThat(made(hits.slice(123_456, 345_678), hits)).isLessThanOrEqualTo(2);
        EntryList left = EntryList.of(List.of(new Stretch(1, 1_400_000, 9_000_000)));
        assertThat(made(hits.within(left), hits)).isLessThanOrEqualTo(2);
        assertThat(made(left.within(hits), hits)).isLessThanOrEqualTo(2);
        assertThat(made(hits.within(hits.then(newer)), hits)).isLessThanOrEqualTo(1);
    }

    @Test
    void smallPiecesDoNotBecomeManyBlocks() {
        EntryList grown = EntryList.EMPTY;
        for (int i = 0; i < 50_000; i += 10) {
            EntryList piece = hits(1_000_000 + i, 1_000_010 + i);
            EntryList other = hits(1_000_000 - i - 10, 1_000_000 - i);
            grown = other.then(grown).then(piece);
        }
        assertThat(grown.size()).isEqualTo(50_000);
        assertThat(grown.blocks()).hasSizeLessThan(2 * 50_000 / EntryBlock.MOST + 2);
    }

    private static RunOrder order(Random random) {
        List<Long> runs = new ArrayList<>(List.of(1L, 2L, 3L));
        Collections.shuffle(runs, random);
        return RunOrder.of(runs);
    }

    /** The entries 1,000 to 6,999 of three runs. */
    private static EntryList thousands(RunOrder order) {
        List<Stretch> stretches =
                LongStream.rangeClosed(1, 3)
                        .mapToObj(run -> new Stretch(run, 1_000, 6_999))
                        .sorted(Comparator.comparing(Stretch::start, order))
                        .toList();
        return EntryList.of(order, stretches);
    }

    private static EntryList list(RunOrder order, List<Place> places) {
        return EntryList.of(
                order,
                places.stream()
                        .map(place -> new Stretch(place.run(), place.number(), place.number()))
                        .toList());
    }

    /** Every other entry. */
    private static EntryList hits(int from, int to) {
        return EntryList.ofPlaces(
                IntStream.range(from, to)
                        .filter(number -> number % 2 == 0)
                        .mapToObj(number -> new Place(1, number))
                        .toList());
    }

    /** Returns how many blocks of a list are not those of another. */
    private static long made(EntryList list, EntryList of) {
        Set<EntryBlock> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(of.blocks());
        return list.blocks().stream().filter(block -> !known.contains(block)).count();
    }

    private static List<Place> places(Random random, RunOrder order, int most, int numbers) {
        TreeSet<Place> places = new TreeSet<>(order);
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            places.add(new Place(1 + random.nextInt(3), random.nextInt(numbers)));
        }
        return new ArrayList<>(places);
    }

    private static List<Place> places(EntryList list) {
        return LongStream.range(0, list.size()).mapToObj(list::at).toList();
    }
}
