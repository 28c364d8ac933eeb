package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits to be written is bounded, keeps its order, and nothing of it goes without a count. */
class HandoverTest {

    private static final int ROOM = 20_000;
    private static final int CHUNK = 8_192;

    private final Handover handover = new Handover(ROOM, Clock.systemUTC());
    private final Made made =
            new Made(
                    new Recording(new Course("demo", Optional.empty()), handover, Clock.systemUTC())
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

    private List<Item> take() throws InterruptedException {
        return handover.take(Duration.ZERO, Duration.ZERO);
    }
}
