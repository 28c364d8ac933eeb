package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits to be written is bounded, keeps its order, and nothing of it goes without a count. */
class HandoverTest {

    private static final int ROOM = 20_000;
    private static final int CHUNK = 8_192;

    private final Handover handover = new Handover(ROOM, Clock.systemUTC());
    private final Made made =
            new Made(
                    new Recording(
                                    new Course("demo", Optional.empty()),
                                    handover,
                                    Clock.systemUTC(),
                                    _ -> {})
                            .listener());

    @Test
    void noMoreIsTakenAtOnceThanIsWrittenAtOnce() throws Exception {
        made.resume(ROOM);
        assertThat(take()).hasSize(CHUNK);
        assertThat(take()).hasSize(CHUNK);
        assertThat(take()).hasSize(ROOM + 1 - 2 * CHUNK);
    }

    @Test
    void roomIsGivenAgainWhenHalfOfItIsFree() throws Exception {
        made.resume(ROOM + 500);
        assertThat(take()).hasSize(CHUNK);
        made.resume(1);
        assertThat(handover.missed()).isEqualTo(501);
        List<Item> all = new ArrayList<>(take());
        made.resume(1);
        assertThat(handover.missed()).isEqualTo(501);
        all.addAll(take());
        assertThat(all).hasSize(ROOM + 3 - CHUNK);
        Item last = all.removeLast();
        assertThat(last).isInstanceOf(Item.Told.class);
        assertThat(((Item.Told) last).event().number()).isEqualTo(ROOM + 502L);
        assertThat(((Item.Hole) all.removeLast()).entry())
                .extracting(Entry.Missed::first, Entry.Missed::number)
                .containsExactly(ROOM + 1L, ROOM + 501L);
    }

    @Test
    void whatGoesMissingAfterAGapWasTakenIsAnotherGap() throws Exception {
        made.resume(ROOM + 1);
        take();
        take();
        take();
        made.resume(ROOM + 1);
        List<Item> all = new ArrayList<>();
        for (List<Item> some = take(); !some.isEmpty(); some = take()) {
            all.addAll(some);
        }
        assertThat(handover.missed()).isEqualTo(2);
        assertThat(((Item.Hole) all.getLast()).entry().first()).isEqualTo(2 * ROOM + 2L);
    }

    /** Whatever was told, missed, looked at and taken in between: every number stands once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNumberStandsOnceInOrderAndIsCountedIfItIsMissing(long seed) throws Exception {
        Random random = new Random(seed);
        Handover small = new Handover(2 + random.nextInt(40), Clock.systemUTC());
        List<Made> told = new ArrayList<>();
        Map<Course, List<Item>> written = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            Course course = new Course("demo", Optional.empty());
            written.put(course, new ArrayList<>());
            told.add(new Made(new Recording(course, small, Clock.systemUTC(), _ -> {}).listener()));
        }
        for (int step = 0; step < 2_000; step++) {
            Made one = told.get(random.nextInt(told.size()));
            switch (random.nextInt(12)) {
                case 0 -> one.miss(1 + random.nextInt(4));
                case 1 -> one.look();
                case 2 -> write(small, written);
                default -> one.resume(1 + random.nextInt(5));
            }
        }
        write(small, written);
        long missing = 0;
        int at = 0;
        for (List<Item> items : written.values()) {
            long number = 0;
            for (Item item : items) {
                switch (item) {
                    case Item.Told it -> assertThat(it.event().number()).isEqualTo(++number);
                    case Item.Looked it -> assertThat(it.snapshot().number()).isEqualTo(number);
                    case Item.Hole it -> {
                        assertThat(it.entry().first()).isEqualTo(number + 1);
                        missing += it.entry().last() - number;
                        number = it.entry().last();
                    }
                    case Item.Over _ -> throw new AssertionError("nothing has ended");
                }
            }
            assertThat(number).isEqualTo(told.get(at++).number());
        }
        assertThat(small.missed()).isEqualTo(missing);
    }

    private static void write(Handover handover, Map<Course, List<Item>> to) throws Exception {
        for (Item item : handover.take(Duration.ZERO, Duration.ZERO)) {
            to.get(item.course()).add(item);
        }
    }

    private List<Item> take() throws InterruptedException {
        return handover.take(Duration.ZERO, Duration.ZERO);
    }
}
