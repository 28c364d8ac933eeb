package leasehold.simulation;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the clients of one load share; or those that were added by hand. */
final class Run {

    private final Load load;
    private final Pace pace;
    private final Supplier<Faults> faults;
    private final SplittableRandom seeds;
    private final RandomGenerator ofArrivals;
    private final AtomicLong asked = new AtomicLong();

    /** How many of its threads there are, the door's included; by the crew's lock. */
    int threads;

    /** How many of its clients have neither left nor been dismissed; by the crew's lock. */
    int clients;

    /** How many have been let in so far; by the crew's lock. */
    int begun;

    /** How many came while there were as many as may be, and went again; by the crew's lock. */
    long missed;

    /** Whether nobody is let in any more; by the crew's lock. */
    boolean closed;

    /** The thread that lets clients in, unless they come by hand; by the crew's lock. */
    @Nullable Thread door;

    /**
     * Creates a run in which nobody has come.
     *
     * @param faults what goes wrong, asked whenever it may
     */
    Run(Load load, Pace pace, Supplier<Faults> faults) {
        this.load = load;
        this.pace = pace;
        this.faults = faults;
        seeds = new SplittableRandom(load.seed());
        ofArrivals = seeds.split();
    }

    Load load() {
        return load;
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

    /** Returns how many of its clients there may be at a time. */
    int mostClients() {
        return switch (load) {
            case Scenario scenario -> scenario.clients();
            case Replay _ -> Integer.MAX_VALUE;
        };
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
        return load instanceof Scenario scenario
                        && scenario.limit() instanceof Limit.Leases(int count)
                ? count
                : Long.MAX_VALUE;
    }
}
