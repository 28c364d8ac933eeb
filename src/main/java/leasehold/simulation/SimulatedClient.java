package leasehold.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import leasehold.session.LeaseRequest;
import leasehold.session.SessionController;
import leasehold.session.SessionLease;
import org.jspecify.annotations.Nullable;

/**
 * One client: asks, holds, gives back, and asks again, on a thread of its own. Told to leave by any
 * thread.
 */
final class SimulatedClient {

    /** A client that was refused rests at least so long, whatever its scenario says. */
    private static final Duration REST = Duration.ofMillis(250);

    private final SessionController controller;
    private final Scenario scenario;
    private final LeaseRequest request;
    private final Duration arrival;
    private final RandomGenerator random;
    private final Pace pace;
    private @Nullable Thread thread;
    private boolean left;

    SimulatedClient(
            SessionController controller,
            Scenario scenario,
            String name,
            Duration arrival,
            RandomGenerator random,
            Pace pace) {
        this.controller = controller;
        this.scenario = scenario;
        this.arrival = arrival;
        this.random = random;
        this.pace = pace;
        request = LeaseRequest.of(name).withPurpose(Simulator.PURPOSE);
    }

    /** Starts the client's thread, whose last act is {@code whenGone}. */
    synchronized void start(ThreadFactory makesThreads, Runnable whenGone) {
        Thread starting = makesThreads.newThread(() -> live(whenGone));
        starting.setName("simulated-" + request.client());
        thread = starting;
        if (left) {
            starting.interrupt();
        }
        starting.start();
    }

    /** Has it release what it holds, ask no more, and end. */
    synchronized void leave() {
        left = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void live(Runnable whenGone) {
        try {
            rest(arrival);
            for (int round = 1; scenario.rounds() == 0 || round <= scenario.rounds(); round++) {
                round();
                rest(scenario.think().draw(random));
            }
        } catch (InterruptedException e) {
            // By leave() alone: the client ends, and its thread with it.
        } finally {
            whenGone.run();
        }
    }

    private void rest(Duration time) throws InterruptedException {
        pace.await(new CountDownLatch(1), time);
    }

    private void round() throws InterruptedException {
        Optional<SessionLease> lease = controller.tryOpenSession(request);
        if (lease.isEmpty()) {
            rest(REST);
        } else if (random.nextDouble() >= scenario.habits().leaks()) {
            hold(lease.get());
        }
    }

    private void hold(SessionLease lease) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        lease.ended().thenRun(ended::countDown);
        try {
            pace.await(ended, scenario.hold().draw(random));
        } finally {
            lease.closeAsync();
            if (random.nextDouble() < scenario.habits().releasesTwice()) {
                lease.closeAsync();
            }
        }
    }
}
