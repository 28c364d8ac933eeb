package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import leasehold.simulation.Scenario.Habits;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void refusesWhatIsOutOfRangeWithNameValueAndBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.of(0, Span.NONE, Span.NONE))
                .withMessage("clients is 0; allowed is 1 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Habits(1.5, 0))
                .withMessage("leaks is 1.5; allowed is 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Habits(0, Double.NaN))
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
    void exponentialHasItsMean() {
        SplittableRandom random = new SplittableRandom(1);
        Span mostly = new Span.Exponential(SECOND);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            sum += mostly.draw(random).toMillis();
        }
        assertThat(sum / 10_000).isBetween(950.0, 1_050.0);
    }
}
