package leasehold.backend.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leasehold.backend.InvalidSettingException;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void fixedIsAlwaysTheSame() {
        assertThat(millis(Latency.fixed(SECOND))).containsOnly(1_000L);
    }

    @Test
    void jitterStaysWithinItsBounds() {
        List<Long> millis = millis(Latency.jittered(SECOND, Duration.ofMillis(250)));
        assertThat(millis).allSatisfy(each -> assertThat(each).isBetween(750L, 1_250L));
        assertThat(millis)
                .satisfies(all -> assertThat(all.stream().distinct()).hasSizeGreaterThan(200));
    }

    @Test
    void logNormalHasItsMedianAndALongTail() {
        List<Long> millis = millis(Latency.logNormal(SECOND, 1)).stream().sorted().toList();
        assertThat((double) millis.get(millis.size() / 2)).isCloseTo(1_000, within(200.0));
        assertThat(millis.getLast()).isBetween(4_000L, 50_000L);
    }

    @Test
    void valueOutOfRangeIsRefusedWithItsBounds() {
        assertThatThrownBy(() -> Latency.logNormal(SECOND, 3.5))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("spread is 3.5; allowed is from 0 to 3.0");
        assertThatThrownBy(() -> Latency.fixed(SECOND.negated()))
                .hasMessage("typical is PT-1S; allowed is from PT0S");
    }

    private static List<Long> millis(Latency latency) {
        SplittableRandom random = new SplittableRandom(5);
        return IntStream.range(0, 1_000).mapToObj(_ -> latency.sample(random).toMillis()).toList();
    }
}
