package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import leasehold.monitor.Counters;
import leasehold.session.Ledger;
import org.junit.jupiter.api.Test;

class StatusModelTest {

    private static final Counters COUNTERS =
            new Counters(0, 0, new Ledger(0, 0, 0, 0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0);

    private final StatusModel status = new StatusModel();

    @Test
    void lagIsToldOnlyAboveTwoHundredMilliseconds() {
        status.apply(COUNTERS, Duration.ofMillis(200));
        assertThat(status.lag().get()).isZero();
        status.apply(COUNTERS, Duration.ofMillis(201));
        assertThat(status.lag().get()).hasMillis(201);
    }

    @Test
    void whatIsBehindGoesOnBeatingUntilItIsNot() {
        assertThat(status.ticking()).isFalse();
        status.apply(COUNTERS, Duration.ofSeconds(1));
        assertThat(status.ticking()).isTrue();
        status.apply(COUNTERS, Duration.ZERO);
        assertThat(status.ticking()).isFalse();
    }
}
