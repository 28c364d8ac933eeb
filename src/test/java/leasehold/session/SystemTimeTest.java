package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The machine's time, as a controller of its own uses it: rules 24, 29. */
class SystemTimeTest {

    private static final InheritableThreadLocal<String> LOCAL = new InheritableThreadLocal<>();

    private final SystemTime time = new SystemTime("ledger-7");

    @AfterEach
    void tearDown() {
        time.close();
        LOCAL.remove();
    }

    @Test
    @DisplayName("rule 29: the timer thread inherits no thread-locals")
    void timerThreadInheritsNothing() throws Exception {
        LOCAL.set("the caller's");
        CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
        time.after(Duration.ZERO, () -> seen.complete(Optional.ofNullable(LOCAL.get())));
        assertThat(seen.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    @DisplayName("rule 24: a timer that was stopped leaves nothing, long before it was due")
    void stoppedTimerLeavesNothing() {
        Subscription timer = time.after(Duration.ofHours(1), () -> {});
        assertThat(time.timers()).isEqualTo(1);
        timer.close();
        assertThat(time.timers()).isZero();
    }

    @Test
    @DisplayName("rule 24: once closed it sets no timer")
    void closedSetsNoTimer() {
        time.close();
        assertThat(time.after(Duration.ofHours(1), () -> {})).isSameAs(Subscription.NONE);
    }
}
