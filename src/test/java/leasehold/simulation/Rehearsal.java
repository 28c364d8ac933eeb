package leasehold.simulation;

import java.time.Duration;
import leasehold.session.Lab;
import leasehold.session.SessionController;

/**
 * Simulated clients and a laboratory's controller on one virtual time, millisecond by millisecond.
 */
public final class Rehearsal {

    private static final Duration STEP = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Lab lab;
    private final VirtualTime clients = new VirtualTime();
    private final Simulator simulator;

    /** Prepares clients of a controller of the laboratory. */
    public Rehearsal(Lab lab, SessionController controller) {
        this.lab = lab;
        simulator = new Simulator(controller, _ -> {}, clients, clients);
    }

    /** Runs a load until it ends by itself, or the time is over; then all clients leave. */
    public void run(Load load, Duration most) throws InterruptedException {
        simulator.start(load);
        clients.advance(Duration.ZERO);
        for (long i = 0; i < most.dividedBy(STEP) && simulator.running().isPresent(); i++) {
            lab.advance(STEP);
            clients.advance(STEP);
        }
        simulator.close();
        if (!simulator.awaitIdle(LONG)) {
            throw new AssertionError("clients are left");
        }
    }
}
