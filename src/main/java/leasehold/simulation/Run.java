package leasehold.simulation;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the clients of one scenario share; or those that were added by hand. */
final class Run {

    private final Scenario scenario;
    private final Pace pace;
    private final Supplier<Faults> faults;
    private final SplittableRandom seeds;
    private final RandomGenerator ofArrivals;
    private final AtomicLong asked = new AtomicLong();

    /** How many of its threads there are, the door's included; by the crew's lock. */
    int threads;

    /** How many of its clients have neither left nor been dismissed; by the crew's lock. */
    int clients;

    /** How many came while there were as many as may be, and went again; by the crew's lock. */
    long missed;

    /** Whether nobody is let in any more; by the crew's lock. */
    boolean closed;

    /** The thread that lets clients in, if it is a scenario's; by the crew's lock. */
    @Nullable Thread door;

    /**
     * Creates a run in which nobody has come.
     *
     * @param faults what goes wrong, asked whenever it may
     */
    Run(Scenario scenario, Pace pace, Supplier<Faults> faults) {
        this.scenario = scenario;
        this.pace = pace;
        this.faults = faults;
        seeds = new SplittableRandom(scenario.seed());
        ofArrivals = seeds.split();
    }

    Scenario scenario() {
        return scenario;
    }

    Pace pace() {
        return pace;
    }

    Faults faults() {
        return faults.get();
    }

    RandomGenerator ofArrivals() {
        return ofArrivals;
    }

    /** Returns the random numbers of the next client; called under the crew's lock. */
    RandomGenerator ofNextClient() {
        return seeds.split();
    }

    /** Counts one lease that is asked for; no if that would be too many. */
    boolean mayAsk() {
        return asked.getAndIncrement() < most();
    }

    /** Tells whether no more leases are asked for. */
    boolean isExhausted() {
        return asked.get() >= most();
    }

    private long most() {
        return scenario.limit() instanceof Limit.Leases(int count) ? count : Long.MAX_VALUE;
    }
}
