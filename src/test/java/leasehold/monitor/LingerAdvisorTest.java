package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import leasehold.history.LeaseSpan;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.session.Lab;
import leasehold.session.SessionEvent;
import leasehold.session.SessionLease;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LingerAdvisorTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    void leasesThatOverlapShareASession() {
        assertThat(advisor(use(0, 10), use(5, 10)).under(Duration.ZERO))
                .isEqualTo(outcome(0, 1, 15, 0));
    }

    @Test
    void pauseShorterThanTheLingerIsBridged() {
        LingerAdvisor advisor = advisor(use(0, 10), use(14, 10));
        assertThat(advisor.under(Duration.ZERO)).isEqualTo(outcome(0, 2, 20, 0));
        assertThat(advisor.under(seconds(3))).isEqualTo(outcome(3, 2, 26, 0));
        assertThat(advisor.under(seconds(5))).isEqualTo(outcome(5, 1, 29, 0));
    }

    @Test
    void whoAsksDuringAnOpeningWaitsForItAndHoldsFromThenOn() {
        LingerAdvisor advisor =
                LingerAdvisor.of(List.of(use(0, 10), use(1, 3)), seconds(2), Duration.ZERO);
        assertThat(advisor.under(Duration.ZERO)).isEqualTo(outcome(0, 1, 10, 3));
    }

    @Test
    void whoAsksDuringAClosingWaitsForItAndForTheNextOpening() {
        LingerAdvisor advisor =
                LingerAdvisor.of(List.of(use(0, 10), use(13, 1)), seconds(2), seconds(4));
        assertThat(advisor.under(Duration.ZERO)).isEqualTo(outcome(0, 2, 11, 2 + 5));
    }

    @Test
    void timesFarApartAreAsLongAsATimeCanBe() {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE);
        LingerAdvisor advisor =
                LingerAdvisor.of(
                        List.of(
                                new LeaseSpan(Long.MIN_VALUE, Long.MAX_VALUE),
                                new LeaseSpan(Long.MIN_VALUE + 1, Long.MAX_VALUE),
                                new LeaseSpan(Long.MAX_VALUE, Long.MAX_VALUE)),
                        longest,
                        longest);
        for (Outcome outcome : advisor.curve()) {
            assertThat(outcome.opens()).isBetween(1L, 2L);
            assertThat(outcome.openTime()).isBetween(Duration.ZERO, longest);
            assertThat(outcome.waiting()).isEqualTo(longest);
        }
    }

    @Test
    void withoutLeasesNothingIsOpened() {
        assertThat(advisor().under(seconds(5))).isEqualTo(outcome(5, 0, 0, 0));
    }

    @Test
    void longerLingerNeverOpensMoreOften() {
        List<LeaseSpan> uses = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            uses.add(use(random.nextInt(20_000), random.nextInt(30)));
        }
        List<Outcome> curve = LingerAdvisor.of(uses, seconds(1), seconds(1)).curve();
        assertThat(curve).hasSameSizeAs(LingerAdvisor.LINGERS);
        assertThat(curve).extracting(Outcome::opens).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(curve.getFirst().opens()).isGreaterThan(curve.getLast().opens());
    }

    @Test
    void impossibleTimesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> use(0, -1))
                .withMessage("heldNanos is -1000000000; allowed is 0 and more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advisor().under(Duration.ofSeconds(-5)))
                .withMessage("linger is PT-5S; allowed is 0 and more");
    }

    @RepeatedTest(50)
    void controllerOpensAsOftenForTheSameClients(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        Duration linger = Duration.ofMillis(random.nextInt(12) * 500L);
        List<LeaseSpan> uses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // Even and odd, so that nothing happens at the very moment of something else.
            long asked = 2L * random.nextInt(60_000);
            uses.add(new LeaseSpan(millis(asked), millis(2L * random.nextInt(3_000) + 1)));
        }
        assertThat(opened(uses, linger))
                .as("with a linger of %s", linger)
                .isEqualTo(
                        LingerAdvisor.of(uses, Duration.ZERO, Duration.ZERO).under(linger).opens());
    }

    /** Has clients come and go on virtual time; returns how many sessions the controller opened. */
    private long opened(List<LeaseSpan> uses, Duration linger) throws Exception {
        lab.start(policy -> policy.linger(linger));
        TreeMap<Long, List<Runnable>> acts = new TreeMap<>();
        for (LeaseSpan use : uses) {
            List<SessionLease> held = new ArrayList<>();
            at(acts, use.askedNanos(), () -> held.add(lab.take("client")));
            at(acts, use.askedNanos() + use.heldNanos(), () -> held.getFirst().closeAsync());
        }
        long now = 0;
        for (var act : acts.entrySet()) {
            lab.advance(Duration.ofNanos(act.getKey() - now));
            now = act.getKey();
            act.getValue().forEach(Runnable::run);
        }
        lab.advance(linger.plusSeconds(1));
        return lab.recorder.events().stream()
                .filter(SessionEvent.Opening.class::isInstance)
                .count();
    }

    private static void at(TreeMap<Long, List<Runnable>> acts, long nanos, Runnable act) {
        acts.computeIfAbsent(nanos, _ -> new ArrayList<>()).add(act);
    }

    private static LingerAdvisor advisor(LeaseSpan... uses) {
        return LingerAdvisor.of(List.of(uses), Duration.ZERO, Duration.ZERO);
    }

    private static LeaseSpan use(long asked, long held) {
        return new LeaseSpan(TimeUnit.SECONDS.toNanos(asked), TimeUnit.SECONDS.toNanos(held));
    }

    private static Outcome outcome(long linger, long opens, long openTime, long waiting) {
        return new Outcome(seconds(linger), opens, seconds(openTime), seconds(waiting));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
