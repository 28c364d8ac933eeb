package leasehold.simulation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import leasehold.session.SessionLease;

/**
 * What a client does with a lease; decided before it is asked for, so that no answer changes it.
 *
 * @param hold how long it holds it
 * @param leaves whether it goes without release in any case
 * @param leak it goes without release where the chance of that is greater
 * @param twice it releases twice where the chance of that is greater
 */
record Plan(Duration hold, boolean leaves, double leak, double twice) {

    static Plan draw(Span hold, RandomGenerator random) {
        double leak = random.nextDouble();
        double twice = random.nextDouble();
        return new Plan(hold.draw(random), false, leak, twice);
    }

    static Plan draw(Visit visit, RandomGenerator random) {
        boolean leaves = visit.ending() == Visit.Ending.LEAVES;
        return new Plan(visit.lasts(), leaves, random.nextDouble(), random.nextDouble());
    }

    /** Does it; to be interrupted is to release. */
    void carryOut(SessionLease lease, Run run) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        lease.ended().thenRun(ended::countDown);
        boolean leaks = false;
        try {
            run.pace().await(ended, hold);
            leaks = leaves || leak < run.faults().leaks();
        } finally {
            if (!leaks) {
                release(lease, run);
            }
        }
    }

    private void release(SessionLease lease, Run run) {
        lease.closeAsync();
        if (twice < run.faults().releasesTwice()) {
            lease.closeAsync();
        }
    }
}
