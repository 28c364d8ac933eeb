package leasehold.simulation;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void refusesWhatIsOutOfRangeWithNameValueAndBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.of(0, Span.NONE, Span.NONE))
                .withMessage("clients is 0; allowed is 1 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faults.ofClients(1.5, 0))
                .withMessage("leaks is 1.5; allowed is 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faults.ofClients(0, Double.NaN))
                .withMessageContaining("releasesTwice is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span.Fixed(SECOND.negated()))
                .withMessageContaining("time is PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span.Uniform(SECOND, Duration.ZERO));
    }

    @Test
    void spansStayWithinTheirBounds() {
        SplittableRandom random = new SplittableRandom(1);
        Span uniform = new Span.Uniform(SECOND, SECOND.multipliedBy(2));
        Span mostly = new Span.Exponential(SECOND);
        for (int i = 0; i < 10_000; i++) {
            assertThat(uniform.draw(random)).isBetween(SECOND, SECOND.multipliedBy(2));
            assertThat(mostly.draw(random)).isBetween(Duration.ZERO, SECOND.multipliedBy(20));
        }
        assertThat(new Span.Fixed(SECOND).draw(random)).isEqualTo(SECOND);
        assertThat(new Span.Endless().draw(random)).isGreaterThan(Duration.ofDays(3000));
    }

    @Test
    void refusesArrivalsAndLimitsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arrivals.Poisson(0))
                .withMessage("perSecond is 0.0; allowed is 0.001 to 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arrivals.Burst(0, SECOND))
                .withMessage("size is 0; allowed is 1 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arrivals.Burst(1, Duration.ZERO))
                .withMessageContaining("every is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arrivals.Ramp(-1, 1, SECOND))
                .withMessageContaining("from is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limit.Leases(0))
                .withMessageContaining("count is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span.LogNormal(SECOND, 4))
                .withMessage("spread is 4.0; allowed is 0 to 3");
    }

    @Test
    void everySpanHasItsMean() {
        assertThat(mean(new Span.Fixed(SECOND))).isCloseTo(1_000, within(0.1));
        assertThat(mean(new Span.Uniform(SECOND, SECOND.multipliedBy(3))))
                .isCloseTo(2_000, within(30.0));
        assertThat(mean(new Span.Exponential(SECOND))).isCloseTo(1_000, within(50.0));
        double ofLogNormal = 1_000 * Math.exp(0.5 * 0.5 / 2);
        assertThat(mean(new Span.LogNormal(SECOND, 0.5))).isCloseTo(ofLogNormal, within(50.0));
    }

    @Test
    void logNormalHasItsMedianAndIsCut() {
        SplittableRandom random = new SplittableRandom(1);
        Span span = new Span.LogNormal(SECOND, 1);
        List<Duration> drawn =
                Stream.generate(() -> span.draw(random)).limit(10_001).sorted().toList();
        assertThat(drawn.get(5_000).toMillis()).isBetween(950L, 1_050L);
        Span wide = new Span.LogNormal(SECOND, Span.LogNormal.WIDEST);
        assertThat(Stream.generate(() -> wide.draw(random)).limit(1_000).max(naturalOrder()))
                .contains(SECOND.multipliedBy(50));
    }

    private static double mean(Span span) {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.generate(() -> span.draw(random))
                .limit(10_000)
                .mapToLong(Duration::toMillis)
                .average()
                .orElseThrow();
    }
}
