package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import leasehold.simulation.Visit.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scripts on virtual time. */
class ReplayTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeController controller = new FakeController();
    private final VirtualTime time = new VirtualTime();
    private final Simulator simulator = new Simulator(controller, _ -> {}, time, time);
    private final Script.Builder script = new Script.Builder();

    @AfterEach
    void leavesNoThreadBehind() throws InterruptedException {
        simulator.close();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
    }

    @Test
    void clientsComeWhenTheyCameAndStayAsLongUnderTheirNames() throws InterruptedException {
        comes(0, "billing-sync", 4);
        comes(2, "report-nightly", 10);
        comes(3, "billing-sync", 1);
        start(1);
        time.advance(Duration.ofMillis(2_999));
        assertThat(controller.holders()).containsExactly("billing-sync", "report-nightly");
        assertThat(simulator.begun()).isEqualTo(2);
        time.advance(Duration.ofMillis(500));
        assertThat(controller.held()).isEqualTo(3);
        time.advance(Duration.ofSeconds(1));
        assertThat(controller.holders()).containsExactly("report-nightly");
        time.advance(Duration.ofSeconds(8));
        assertThat(controller.asked)
                .containsExactly("billing-sync", "report-nightly", "billing-sync");
        assertThat(controller.purposes()).isEmpty();
    }

    @Test
    void endsWithTheLastVisit() throws InterruptedException {
        comes(0, "billing-sync", 4);
        comes(2, "report-nightly", 10);
        start(1);
        time.advance(Duration.ofMillis(11_999));
        assertThat(simulator.running()).isPresent();
        time.advance(Duration.ofMillis(1));
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(simulator.running()).isEmpty();
        assertThat(controller.held()).isZero();
    }

    @Test
    void fasterClientsComeAndGoInTheSameOrderInAPartOfTheTime() throws InterruptedException {
        comes(0, "billing-sync", 4);
        comes(20, "report-nightly", 10);
        comes(30, "billing-sync", 10);
        start(10);
        time.advance(Duration.ofMillis(2_999));
        assertThat(controller.holders()).containsExactly("report-nightly");
        time.advance(Duration.ofMillis(1_002));
        assertThat(controller.asked)
                .containsExactly("billing-sync", "report-nightly", "billing-sync");
        assertThat(controller.held()).isZero();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
    }

    @Test
    void whoLeftGoesWithoutReleaseAgain() throws InterruptedException {
        script.add(0, "billing-sync", Duration.ofSeconds(3).toNanos(), Ending.LEAVES);
        start(1);
        time.advance(Duration.ofSeconds(4));
        assertThat(simulator.count()).isZero();
        assertThat(controller.held()).isEqualTo(1);
        assertThat(controller.releases()).isZero();
    }

    @Test
    void whoGaveUpWaitsAsLongAndReleasesAtOnceWhatItIsGranted() throws InterruptedException {
        script.add(0, "hasty", Duration.ofSeconds(3).toNanos(), Ending.GIVES_UP);
        script.add(1, "hasty", Duration.ofSeconds(3).toNanos(), Ending.GIVES_UP);
        controller.fallSilent();
        start(1);
        time.advance(Duration.ofMillis(2_999));
        assertThat(controller.waiting).hasSize(2).noneMatch(CompletableFuture::isDone);
        time.advance(Duration.ofSeconds(1));
        assertThat(controller.waiting).hasSize(2).allMatch(CompletableFuture::isCancelled);
        assertThat(simulator.awaitIdle(LONG)).isTrue();
    }

    @Test
    void whoGaveUpAndIsGrantedReleasesAtOnce() throws InterruptedException {
        script.add(0, "hasty", 0, Ending.GIVES_UP);
        start(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(controller.held()).isZero();
        assertThat(controller.releases()).isEqualTo(1);
    }

    @Test
    void stopHasEverybodyLeaveAndNobodyElseCome() throws InterruptedException {
        comes(0, "billing-sync", 400);
        comes(20, "report-nightly", 10);
        start(1);
        time.advance(Duration.ofSeconds(1));
        simulator.stop();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        assertThat(controller.asked()).isEqualTo(1);
        assertThat(controller.held()).isZero();
        assertThat(simulator.begun()).isZero();
    }

    @Test
    void sameSeedHasTheSameVisitsGoWrong() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            comes(i, "client-" + i, 1);
        }
        Script hundred = script.build();
        int first = leftBehind(hundred, 7);
        assertThat(first).isBetween(10, 50);
        assertThat(leftBehind(hundred, 7)).isEqualTo(first);
    }

    private int leftBehind(Script hundred, long seed) throws InterruptedException {
        int before = controller.held();
        simulator.start(new Replay(hundred, 100, seed, Faults.ofClients(0.3, 0)));
        time.advance(Duration.ofSeconds(2));
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        return controller.held() - before;
    }

    private void comes(int second, String client, int seconds) {
        script.add(
                Duration.ofSeconds(second).toNanos(),
                client,
                Duration.ofSeconds(seconds).toNanos(),
                Ending.RELEASES);
    }

    private void start(double speed) {
        simulator.start(new Replay(script.build(), speed, 1, Faults.NONE));
    }
}
