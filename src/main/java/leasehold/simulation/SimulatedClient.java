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
final class SimulatedClient implements Client {

    /** A client that was refused rests at least so long, whatever its scenario says. */
    private static final Duration REST = Duration.ofMillis(250);

    private final SessionController controller;
    private final Run run;
    private final Scenario scenario;
    private final LeaseRequest request;
    private final RandomGenerator random;

    SimulatedClient(
            SessionController controller,
            Run run,
            Scenario scenario,
            String name,
            RandomGenerator random) {
        this.controller = controller;
        this.run = run;
        this.scenario = scenario;
        this.random = random;
        request = request(name);
    }

    /** Returns what any simulated client asks for. */
    static LeaseRequest request(String name) {
        return LeaseRequest.of(name).withPurpose(Simulator.PURPOSE);
    }

    /** Returns how the thread of any simulated client is called. */
    static String threadName(LeaseRequest request) {
        return "simulated-" + request.client();
    }

    @Override
    public String threadName() {
        return threadName(request);
    }

    @Override
    public void run() {
        try {
            boolean again = true;
            while (again && run.mayAsk()) {
                round();
                rest(scenario.habits().think().draw(random));
                again = scenario.arrivals().stay();
            }
        } catch (InterruptedException e) {
            // Told to leave: the client ends, and its thread with it.
        }
    }

    private void rest(Duration time) throws InterruptedException {
        run.pace().await(new CountDownLatch(1), time);
    }

    private void round() throws InterruptedException {
        Plan plan = Plan.draw(scenario.habits().hold(), random);
        Optional<SessionLease> lease = controller.tryOpenSession(request);
        if (lease.isPresent()) {
            plan.carryOut(lease.get(), run);
        } else {
            rest(REST);
        }
    }
}
