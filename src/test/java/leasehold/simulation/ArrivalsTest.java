package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The times at which clients come, without any client. */
class ArrivalsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void fixedIsEven() {
        assertThat(times(new Arrivals.Fixed(4), 5))
                .extracting(Duration::toMillis)
                .containsExactly(0L, 250L, 500L, 750L, 1_000L);
    }

    @Test
    void poissonHasItsRateAndTheSpreadOfChance() {
        List<Duration> times = times(new Arrivals.Poisson(50), 20_000);
        double mean = times.getLast().toNanos() / 1e9 / times.size();
        assertThat(mean).isCloseTo(1 / 50.0, within(0.0005));
        double square = 0;
        for (int i = 1; i < times.size(); i++) {
            double gap = times.get(i).minus(times.get(i - 1)).toNanos() / 1e9;
            square += (gap - mean) * (gap - mean);
        }
        double deviation = Math.sqrt(square / times.size());
        assertThat(deviation).isCloseTo(mean, within(0.001));
        assertThat(times).isSorted();
    }

    @Test
    void burstComesAtOnceAndThenNobodyForAWhile() {
        List<Duration> times = times(new Arrivals.Burst(20, SECOND.multipliedBy(5)), 60);
        for (int burst = 0; burst < 3; burst++) {
            assertThat(times.subList(20 * burst, 20 * burst + 20))
                    .containsOnly(SECOND.multipliedBy(5L * burst));
        }
    }

    @Test
    void rampRisesFromOneRateToTheOtherAndStays() {
        List<Duration> times = times(new Arrivals.Ramp(0, 20, SECOND.multipliedBy(10)), 300);
        long[] inSecond = new long[20];
        times.stream()
                .filter(time -> time.toSeconds() < 20)
                .forEach(time -> inSecond[(int) time.toSeconds()]++);
        assertThat(inSecond[0]).isBetween(0L, 2L);
        for (int second = 1; second < 10; second++) {
            assertThat(inSecond[second]).isCloseTo(2L * second + 1, within(1L));
        }
        assertThat(inSecond[15]).isCloseTo(20, within(1L));
    }

    @Test
    void rampFalls() {
        List<Duration> times = times(new Arrivals.Ramp(20, 1, SECOND.multipliedBy(10)), 120);
        assertThat(times).isSorted();
        assertThat(times.stream().filter(time -> time.toSeconds() == 0)).hasSizeBetween(18, 20);
        assertThat(times.stream().filter(time -> time.toSeconds() == 12)).hasSizeBetween(0, 2);
    }

    @Test
    void noTimeIsBeyondTheLongestSpan() {
        assertThat(times(new Arrivals.Loop(Span.LONGEST), 40).getLast()).isEqualTo(Span.LONGEST);
        assertThat(times(new Arrivals.Burst(1, Span.LONGEST), 40).getLast())
                .isEqualTo(Span.LONGEST);
        assertThat(times(new Arrivals.Fixed(0.001), 400_000).getLast()).isEqualTo(Span.LONGEST);
    }

    @Test
    void sameSeedGivesTheSameTimes() {
        Arrivals poisson = new Arrivals.Poisson(3);
        assertThat(times(poisson, 50)).isEqualTo(times(poisson, 50));
        assertThat(poisson.times(new SplittableRandom(2)).limit(50).toList())
                .isNotEqualTo(times(poisson, 50));
    }

    private static List<Duration> times(Arrivals arrivals, int count) {
        return arrivals.times(new SplittableRandom(1)).limit(count).toList();
    }
}
