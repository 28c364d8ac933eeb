package leasehold.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import leasehold.session.LeaseRequest;
import leasehold.session.SessionController;
import leasehold.session.SessionLease;

/**
 * One client: asks, holds, gives back, and where its scenario says so asks again, all of it on its
 * own thread and through the public face of the controller.
 */
final class SimulatedClient implements Runnable {

    /** A client that was refused rests at least so long, whatever its scenario says. */
    private static final Duration REST = Duration.ofMillis(250);

    private final SessionController controller;
    private final Run run;
    private final LeaseRequest request;
    private final RandomGenerator random;

    /** What is decided about a lease before it is asked for, so that no answer changes it. */
    private record Plan(Duration hold, double leak, double twice) {

        static Plan draw(Scenario scenario, RandomGenerator random) {
            double leak = random.nextDouble();
            double twice = random.nextDouble();
            return new Plan(scenario.habits().hold().draw(random), leak, twice);
        }
    }

    SimulatedClient(SessionController controller, Run run, String name, RandomGenerator random) {
        this.controller = controller;
        this.run = run;
        this.random = random;
        request = LeaseRequest.of(name).withPurpose(Simulator.PURPOSE);
    }

    String threadName() {
        return "simulated-" + request.client();
    }

    @Override
    public void run() {
        try {
            boolean again = true;
            while (again && run.mayAsk()) {
                round();
                rest(run.scenario().habits().think().draw(random));
                again = run.scenario().arrivals().stay();
            }
        } catch (InterruptedException e) {
            // Told to leave: the client ends, and its thread with it.
        }
    }

    private void rest(Duration time) throws InterruptedException {
        run.pace().await(new CountDownLatch(1), time);
    }

    private void round() throws InterruptedException {
        Plan plan = Plan.draw(run.scenario(), random);
        Optional<SessionLease> lease = controller.tryOpenSession(request);
        if (lease.isPresent()) {
            hold(lease.get(), plan);
        } else {
            rest(REST);
        }
    }

    private void hold(SessionLease lease, Plan plan) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        lease.ended().thenRun(ended::countDown);
        boolean leaks = false;
        try {
            run.pace().await(ended, plan.hold());
            leaks = plan.leak() < run.faults().leaks();
        } finally {
            if (!leaks) {
                release(lease, plan);
            }
        }
    }

    private void release(SessionLease lease, Plan plan) {
        lease.closeAsync();
        if (plan.twice() < run.faults().releasesTwice()) {
            lease.closeAsync();
        }
    }
}
