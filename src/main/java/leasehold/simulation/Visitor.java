package leasehold.simulation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import leasehold.session.LeaseRequest;
import leasehold.session.SessionController;
import leasehold.session.SessionLease;

/** A client that comes for one visit of a script, through the public face of the controller. */
final class Visitor implements Client {

    private final SessionController controller;
    private final Run run;
    private final Visit visit;
    private final Plan plan;
    private final LeaseRequest request;

    Visitor(SessionController controller, Run run, Visit visit, RandomGenerator random) {
        this.controller = controller;
        this.run = run;
        this.visit = visit;
        plan = Plan.draw(visit, random);
        request = SimulatedClient.request(visit.client());
    }

    @Override
    public String threadName() {
        return SimulatedClient.threadName(request);
    }

    @Override
    public void run() {
        try {
            switch (visit.ending()) {
                case RELEASES, LEAVES -> hold();
                case GIVES_UP -> giveUp();
            }
        } catch (InterruptedException e) {
            // Told to leave: the visit ends, and its thread with it.
        }
    }

    private void hold() throws InterruptedException {
        Optional<SessionLease> lease = controller.tryOpenSession(request);
        if (lease.isPresent()) {
            plan.carryOut(lease.get(), run);
        }
    }

    private void giveUp() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Optional<SessionLease>> answer = controller.tryOpenSessionAsync(request);
        answer.whenComplete((_, _) -> answered.countDown());
        try {
            run.pace().await(answered, visit.lasts());
        } finally {
            if (!answer.cancel(false)) {
                answer.join().ifPresent(SessionLease::closeAsync);
            }
        }
    }
}
