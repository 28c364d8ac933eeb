package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is refused at construction, and how the small things read: the contract's last paragraph.
 */
class PolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BELOW = Duration.ofNanos(-1);
    private static final Duration TOO_LONG = Duration.ofDays(3650).plusNanos(1);

    @RegisterExtension final Lab lab = new Lab();

    static Stream<Arguments> refused() {
        return Stream.of(
                policy(
                        "linger is PT-0.000000001S; allowed is PT0S to PT87600H",
                        p -> p.linger(BELOW)),
                policy("linger is PT87600H0.000000001S; ", p -> p.linger(TOO_LONG)),
                policy(
                        "openTimeout is PT0S; allowed is PT0.001S to ",
                        p -> p.openTimeout(Duration.ZERO)),
                policy(
                        "closeTimeout is PT0S; allowed is PT0.001S",
                        p -> p.closeTimeout(Duration.ZERO)),
                policy(
                        "abortTimeout is PT0S; allowed is PT0.001S",
                        p -> p.abortTimeout(Duration.ZERO)),
                policy("shutdownDeadline is ", p -> p.shutdownDeadline(BELOW)),
                policy("failureHold is ", p -> p.failureHold(BELOW)),
                policy("keepAlive is ", p -> p.keepAlive(BELOW)),
                policy(
                        "lossAfter is PT1S; allowed is PT10S to ",
                        p -> p.keepAlive(Duration.ofSeconds(10)).lossAfter(SECOND)),
                policy("maxAge is ", p -> p.maxAge(BELOW)),
                policy("maxAgeJitter is 0.91; allowed is 0.0 to 0.9", p -> p.maxAgeJitter(0.91)),
                policy("maxAgeJitter is NaN; ", p -> p.maxAgeJitter(Double.NaN)),
                policy("maxLeases is 0; allowed is 1 to 2147483647", p -> p.maxLeases(0)),
                policy("maxWaiting is -1; allowed is 0 to 2147483647", p -> p.maxWaiting(-1)),
                policy("overdueAfter is ", p -> p.overdueAfter(BELOW)),
                retry("retry.attempts is 0; allowed is 1 to 1000", 0, SECOND, 2, SECOND, 0),
                retry("retry.attempts is 1001; ", 1001, SECOND, 2, SECOND, 0),
                retry("retry.firstDelay is PT-0.0", 1, BELOW, 2, SECOND, 0),
                retry("retry.factor is 0.9; allowed is 1.0 to 100.0", 1, SECOND, 0.9, SECOND, 0),
                retry("retry.factor is NaN; ", 1, SECOND, Double.NaN, SECOND, 0),
                retry("retry.maxDelay is PT0S; allowed is PT1S", 1, SECOND, 2, Duration.ZERO, 0),
                retry("retry.jitter is 1.1; allowed is 0.0 to 1.0", 1, SECOND, 2, SECOND, 1.1),
                Arguments.of(
                        "ttl is PT-0.000000001S; ",
                        call(() -> LeaseRequest.of("a").withTtl(BELOW))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badValueIsRefusedWithFieldValueAndBounds(String text, Callable<?> construction) {
        assertThatIllegalArgumentException()
                .isThrownBy(construction::call)
                .withMessageStartingWith(text)
                .withMessageContaining("; allowed is ");
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                policy("linger", p -> p.linger(null)),
                policy("openTimeout", p -> p.openTimeout(null)),
                policy("retry", p -> p.retry(null)),
                policy("abandoned", p -> p.abandoned(null)),
                retry("retry.firstDelay", 1, null, 2, SECOND, 0),
                retry("retry.maxDelay", 1, SECOND, 2, null, 0),
                Arguments.of("client", call(() -> LeaseRequest.of(null))),
                Arguments.of("purpose", call(() -> LeaseRequest.of("a").withPurpose(null))),
                Arguments.of(
                        "correlationId", call(() -> LeaseRequest.of("a").withCorrelationId(null))),
                Arguments.of("ttl", call(() -> LeaseRequest.of("a").withTtl(null))),
                Arguments.of(
                        "onReattached", call(() -> LeaseRequest.of("a").withOnReattached(null))),
                Arguments.of("backend", call(() -> ServerSessionController.over(null))));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void nullIsRefusedByName(String name, Callable<?> construction) {
        assertThatNullPointerException().isThrownBy(construction::call).withMessage(name);
    }

    @Test
    void nullActsAndDeadlinesAreRefusedByName() {
        ServerSessionController controller = lab.controller();
        Act act = new Act("m", "why");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.closeSession(null, act))
                .withMessage("drain");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.closeSession(SECOND, null))
                .withMessage("by");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.shutdown(null))
                .withMessage("deadline");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.subscribe(null))
                .withMessage("listener");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> controller.closeSession(BELOW, act))
                .withMessageStartingWith("drain is PT-0.000000001S; allowed is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> controller.shutdown(TOO_LONG))
                .withMessageStartingWith("deadline is PT87600H0.000000001S; allowed is PT0S");
    }

    @Test
    void valuesAtTheBoundsAreTaken() {
        SessionPolicy policy =
                SessionPolicy.builder()
                        .linger(Duration.ofDays(3650))
                        .openTimeout(Duration.ofMillis(1))
                        .keepAlive(SECOND)
                        .lossAfter(SECOND)
                        .maxAgeJitter(0.9)
                        .maxLeases(1)
                        .maxWaiting(Integer.MAX_VALUE)
                        .retry(new RetryPolicy(1_000, SECOND, 100, SECOND, 1))
                        .build();
        assertThat(policy.toBuilder().build()).isEqualTo(policy);
        assertThat(policy.retry().attempts()).isEqualTo(1_000);
    }

    @Test
    void defaultsAreThoseOfTheContract() {
        SessionPolicy policy = SessionPolicy.defaults();
        assertThat(policy.abortTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.failureHold()).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.linger()).isZero();
        assertThat(policy.maxLeases()).isEqualTo(Integer.MAX_VALUE);
        assertThat(policy.retry()).isEqualTo(RetryPolicy.defaults());
    }

    @Test
    void clientWithoutANameIsUnnamed() {
        assertThat(LeaseRequest.of("  ").client()).isEqualTo("unnamed");
        assertThat(LeaseRequest.unnamed().client()).isEqualTo("unnamed");
        assertThat(lab.now(lab.controller().tryOpenSessionAsync()).orElseThrow().client())
                .isEqualTo("unnamed");
    }

    @Test
    void leaseReadsAsAPersonWouldSayIt() {
        SessionLease lease = lab.take("billing-sync");
        String name = "lease " + lease.id() + " of demo#1, billing-sync, ";
        assertThat(lease).hasToString(name + "held");
        lease.close();
        assertThat(lease).hasToString(name + "released");
    }

    @Test
    void equalityOfLeasesIsIdentity() {
        SessionLease first = lab.take("a");
        SessionLease second = lab.take("a");
        assertThat(first).isNotEqualTo(second);
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    private static Callable<?> call(Callable<?> construction) {
        return construction;
    }

    private static Arguments policy(String text, UnaryOperator<SessionPolicy.Builder> with) {
        return Arguments.of(text, call(() -> with.apply(SessionPolicy.builder()).build()));
    }

    private static Arguments retry(
            String text,
            int attempts,
            Duration first,
            double factor,
            Duration longest,
            double jitter) {
        return Arguments.of(
                text, call(() -> new RetryPolicy(attempts, first, factor, longest, jitter)));
    }
}
