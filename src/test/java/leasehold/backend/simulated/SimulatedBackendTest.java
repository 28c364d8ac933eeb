package leasehold.backend.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.ProbeAttempt;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedBackendTest {

    private static final SimulatedFaults NONE = SimulatedFaults.none();
    private static final SimulatedFaults FLAKY =
            NONE.withOpenTakes(Latency.logNormal(Duration.ofMillis(100), 0.5))
                    .withOpenFailure(FailureCategory.UNREACHABLE, 0.3)
                    .withOpenFailure(FailureCategory.CREDENTIALS, 0.1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualDelays delays = new ManualDelays();

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void sameSeedGivesTheSameDecisionsInAnyOrder() {
        List<String> forwards = outcomes(server(FLAKY, 7), 1, 200);
        SimulatedBackend second = server(FLAKY, 7);
        List<String> backwards = new ArrayList<>();
        for (long epoch = 200; epoch >= 1; epoch--) {
            backwards.addFirst(outcome(second, epoch));
        }
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void anotherSeedGivesOtherDecisions() {
        assertThat(outcomes(server(FLAKY, 8), 1, 200))
                .isNotEqualTo(outcomes(server(FLAKY, 7), 1, 200));
    }

    @Test
    void changeOfOneFaultLeavesTheDecisionsAboutOthers() {
        SimulatedFaults slower = FLAKY.withOpenTakes(Latency.fixed(Duration.ofMillis(3)));
        assertThat(failures(server(slower, 7))).isEqualTo(failures(server(FLAKY, 7)));
    }

    @Test
    void chancesAreMet() {
        List<String> failures = failures(server(FLAKY, 1));
        assertThat(share(failures, "UNREACHABLE")).isCloseTo(0.3, within(0.03));
        assertThat(share(failures, "CREDENTIALS")).isCloseTo(0.1, within(0.03));
    }

    @Test
    void openThatWouldTakeTooLongTimesOutInTime() {
        SimulatedBackend server = server(NONE.withOpenTakes(Latency.fixed(MINUTE)), 1);
        assertCategory(
                FailureCategory.TIMEOUT, server, new ProbeAttempt(1, 1, Duration.ofMillis(5)));
        assertThat(delays.nanos()).isLessThanOrEqualTo(Duration.ofMillis(5).toNanos());
        assertThat(server.seatsTaken()).isZero();
    }

    @Test
    void hangingOpenHearsAnInterruption() {
        SimulatedBackend server = server(NONE.withOpenHangs(1), 1);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> server.open(ProbeAttempt.patient()));
        assertThat(server.seatsTaken()).isZero();
    }

    @Test
    void deafOpenAnswersLateAllTheSame() throws Exception {
        SimulatedFaults deaf = NONE.withOpenHangs(1).withOpenDeaf(1, Duration.ofSeconds(8));
        SimulatedBackend server = server(deaf, 1);
        Thread.currentThread().interrupt();
        assertThat(server.open(ProbeAttempt.patient())).isNotNull();
        assertThat(delays.nanos()).isEqualTo(Duration.ofSeconds(8).toNanos());
        assertThat(server.seatsTaken()).isOne();
    }

    @Test
    void oneMoreThanTheSeatsIsRefused() throws Exception {
        SimulatedBackend server = server(NONE.withSeats(2), 1);
        BackendSession first = server.open(new ProbeAttempt(1, 1, MINUTE));
        server.open(new ProbeAttempt(2, 1, MINUTE));
        assertCategory(FailureCategory.LICENCE, server, new ProbeAttempt(3, 1, MINUTE));
        first.close();
        assertThat(server.open(new ProbeAttempt(4, 1, MINUTE))).isNotNull();
    }

    @Test
    void lossIsReportedOnceAfterItsTime() throws Exception {
        SimulatedBackend server = server(NONE.withLoss(1, Latency.fixed(MINUTE)), 1);
        ProbeAttempt attempt = ProbeAttempt.patient();
        BackendSession session = server.open(attempt);
        delays.pass(MINUTE.minusNanos(1));
        assertThat(attempt.losses()).isEmpty();
        delays.pass(Duration.ofNanos(1));
        assertThat(attempt.losses()).hasSize(1).first().isInstanceOf(SessionLostException.class);
        assertThat(server.seatsTaken()).isZero();
        assertThatThrownBy(session::keepAlive).isInstanceOf(SessionLostException.class);
        assertThat(server.dropSessions("again")).isZero();
        assertThat(attempt.losses()).hasSize(1);
    }

    @Test
    void adjustmentDecidesTheLossOfOpenSessionsAnew() throws Exception {
        SimulatedBackend server = server(NONE, 1);
        ProbeAttempt attempt = ProbeAttempt.patient();
        server.open(attempt);
        delays.pass(Duration.ofSeconds(40));
        server.adjust(faults -> faults.withLoss(1, Latency.fixed(MINUTE)));
        server.adjust(faults -> faults.withLoss(1, Latency.fixed(MINUTE)));
        assertThat(delays.planned()).isOne();
        delays.pass(Duration.ofSeconds(20));
        assertThat(attempt.losses()).hasSize(1);
    }

    @Test
    void adjustmentCallsOffAPlannedLoss() throws Exception {
        SimulatedBackend server = server(NONE.withLoss(1, Latency.fixed(MINUTE)), 1);
        server.open(ProbeAttempt.patient());
        server.adjust(_ -> NONE);
        assertThat(delays.planned()).isZero();
    }

    @Test
    void adjustmentDuringAnOpeningHasTheLastWordOnItsLoss() throws Exception {
        AdjustedMeanwhile meanwhile = new AdjustedMeanwhile(delays);
        SimulatedBackend server =
                new SimulatedBackend(NONE.withLoss(1, Latency.fixed(MINUTE)), 1, meanwhile);
        meanwhile.adjustment = new Thread(() -> server.adjust(_ -> NONE));
        server.open(ProbeAttempt.patient());
        meanwhile.adjustment.join();
        assertThat(delays.planned()).isZero();
    }

    @Test
    void closeCallsOffThePlannedLoss() throws Exception {
        SimulatedBackend server = server(NONE.withLoss(1, Latency.fixed(MINUTE)), 1);
        ProbeAttempt attempt = ProbeAttempt.patient();
        server.open(attempt).close();
        assertThat(delays.planned()).isZero();
        delays.pass(MINUTE);
        assertThat(attempt.losses()).isEmpty();
    }

    @Test
    void failedCloseKeepsTheSeatUntilItIsTriedAgain() throws Exception {
        SimulatedBackend server = server(NONE.withCloseFails(1), 1);
        BackendSession session = server.open(ProbeAttempt.patient());
        assertThatThrownBy(session::close).isInstanceOf(BackendException.class);
        assertThat(server.seatsTaken()).isOne();
        server.adjust(faults -> faults.withCloseFails(0));
        session.close();
        assertThat(server.seatsTaken()).isZero();
    }

    @Test
    void hangingCloseHearsAnInterruptionAndKeepsTheSeat() throws Exception {
        SimulatedBackend server = server(NONE.withCloseHangs(1), 1);
        BackendSession session = server.open(ProbeAttempt.patient());
        Thread.currentThread().interrupt();
        assertThatThrownBy(session::close).isInstanceOf(InterruptedException.class);
        assertThat(server.seatsTaken()).isOne();
    }

    @Test
    void serverThatGoesDownDropsEverySession() throws Exception {
        SimulatedBackend server = server(NONE, 1);
        ProbeAttempt first = new ProbeAttempt(1, 1, MINUTE);
        ProbeAttempt second = new ProbeAttempt(2, 1, MINUTE);
        server.open(first);
        server.open(second);
        assertThat(server.dropSessions("maintenance")).isEqualTo(2);
        assertThat(first.losses())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("maintenance");
        assertThat(second.losses()).hasSize(1);
        assertThat(server.seatsTaken()).isZero();
    }

    @Test
    void realTimeReportsALossByItself() throws Exception {
        SimulatedBackend server =
                new SimulatedBackend(NONE.withLoss(1, Latency.fixed(Duration.ofMillis(1))), 1);
        ProbeAttempt attempt = ProbeAttempt.patient();
        server.open(attempt);
        await().until(() -> !attempt.losses().isEmpty());
    }

    /** Has an adjustment get as far as it can while a loss is planned. */
    private static final class AdjustedMeanwhile implements Delays {

        private final ManualDelays delays;
        private Thread adjustment = new Thread();

        AdjustedMeanwhile(ManualDelays delays) {
            this.delays = delays;
        }

        @Override
        public long nanos() {
            return delays.nanos();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            delays.sleep(time);
        }

        @Override
        public Runnable after(Duration time, Runnable action) {
            adjustment.start();
            await().until(
                            () ->
                                    Set.of(Thread.State.WAITING, Thread.State.TERMINATED)
                                            .contains(adjustment.getState()));
            return delays.after(time, action);
        }
    }

    private SimulatedBackend server(SimulatedFaults faults, long seed) {
        return new SimulatedBackend(faults, seed, delays);
    }

    private List<String> failures(SimulatedBackend server) {
        return outcomes(server, 1, 2_000).stream()
                .map(outcome -> outcome.substring(0, outcome.indexOf(' ')))
                .toList();
    }

    private List<String> outcomes(SimulatedBackend server, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(epoch -> outcome(server, epoch))
                .toList();
    }

    /** Returns how an attempt ended and how long it took. */
    private String outcome(SimulatedBackend server, long epoch) {
        long before = delays.nanos();
        try {
            server.open(new ProbeAttempt(epoch, 1, Duration.ofHours(1)));
            return "open after " + (delays.nanos() - before);
        } catch (BackendException e) {
            return e.category() + " after " + (delays.nanos() - before);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static double share(List<String> failures, String category) {
        return (double) failures.stream().filter(category::equals).count() / failures.size();
    }

    private static void assertCategory(
            FailureCategory category, SimulatedBackend server, ProbeAttempt attempt) {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> server.open(attempt))
                .extracting(BackendException::category)
                .isEqualTo(category);
    }
}
