package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import leasehold.session.CaptureLevel;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.ScriptedBackend;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Simulated clients on a real controller, in real time: they are clients like any other. */
class SimulatedClientsTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final ServerSessionController controller =
            ServerSessionController.over(new ScriptedBackend())
                    .name("demo")
                    .policy(
                            SessionPolicy.builder()
                                    .abandoned(SessionPolicy.Abandoned.RECLAIM)
                                    .build())
                    .capture(CaptureLevel.SITE)
                    .build();
    private final Simulator simulator = new Simulator(controller, _ -> {});

    @AfterEach
    void everythingEnds() throws InterruptedException {
        simulator.close();
        assertThat(simulator.awaitIdle(LONG)).isTrue();
        controller.close();
        assertThat(controller.snapshot().state()).isEqualTo(SessionState.SHUT_DOWN);
        assertThat(controller.snapshot().ledger().balanced()).isTrue();
    }

    @Test
    void tenClientsShareOneSessionAndTheLastOfThemClosesIt() {
        simulator.add(10);
        await().until(
                        () ->
                                controller.leases().stream()
                                                .filter(SimulatedClientsTest::isHeld)
                                                .count()
                                        == 10);
        assertThat(controller.leases()).extracting(LeaseInfo::epoch).containsOnly(1L);
        assertThat(controller.leases()).extracting(LeaseInfo::client).doesNotHaveDuplicates();
        assertThat(controller.leases())
                .allSatisfy(
                        lease -> {
                            assertThat(lease.holder().thread())
                                    .isEqualTo("simulated-" + lease.client());
                            assertThat(lease.holder().siteText()).startsWith("SimulatedClient.");
                        });

        simulator.releaseAll();

        await().until(() -> controller.snapshot().state() == SessionState.CLOSED);
        assertThat(controller.snapshot().ledger()).isEqualTo(new Ledger(10, 10, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void droppedLeaseIsUnreferencedAndFoundAbandoned() throws InterruptedException {
        simulator.start(
                Scenario.of(3, Span.NONE, Span.NONE)
                        .withArrivals(Arrivals.Loop.AT_ONCE)
                        .withLimit(new Limit.Leases(6))
                        .withFaults(Faults.ofClients(1, 0)));
        assertThat(simulator.awaitIdle(LONG)).isTrue();

        await().atMost(LONG)
                .until(
                        () -> {
                            System.gc();
                            return controller.snapshot().ledger().abandoned() == 6;
                        });
    }

    @Test
    void secondReleaseIsCountedAndChangesNothing() throws InterruptedException {
        simulator.start(
                Scenario.of(1, Span.NONE, Span.NONE)
                        .withArrivals(Arrivals.Loop.AT_ONCE)
                        .withLimit(new Limit.Leases(4))
                        .withFaults(Faults.ofClients(0, 1)));
        assertThat(simulator.awaitIdle(LONG)).isTrue();

        assertThat(controller.snapshot().tally().repeatedReleases()).isEqualTo(4);
        assertThat(controller.snapshot().ledger().released()).isEqualTo(4);
    }

    private static boolean isHeld(LeaseInfo lease) {
        return lease.state() == LeaseInfo.State.HELD;
    }
}
