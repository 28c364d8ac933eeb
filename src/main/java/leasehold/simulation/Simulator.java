package leasehold.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import leasehold.session.SessionController;
import org.jspecify.annotations.Nullable;

/**
 * Simulated clients of one controller: some added by hand, which hold one lease each until they are
 * removed, and those of a scenario. Safe for use by several threads. Nothing blocks: clients come
 * and go on virtual threads of their own.
 */
public final class Simulator implements AutoCloseable {

    /** The purpose of every simulated lease, by which a view knows it. */
    public static final String PURPOSE = "simulated";

    private final Crew crew;
    private final Consumer<? super Map<String, String>> faults;
    private volatile @Nullable Scenario running;

    /**
     * Creates a simulator without clients.
     *
     * @param faults given the settings of the simulated server by name, empty for the defaults,
     *     whenever they are to change
     */
    public Simulator(SessionController controller, Consumer<? super Map<String, String>> faults) {
        this(controller, faults, Pace.real());
    }

    Simulator(
            SessionController controller, Consumer<? super Map<String, String>> faults, Pace pace) {
        this.faults = faults;
        crew = new Crew(controller, pace);
    }

    /**
     * Has clients come that hold one lease each until they are removed, or their lease ends
     * otherwise.
     */
    public void add(int clients) {
        crew.hire(Scenario.ONE_LEASE.withClients(clients));
    }

    /** Has the newest clients leave: they release what they hold, and stop asking. */
    public void remove(int clients) {
        crew.dismiss(clients);
    }

    /** Has all clients leave, and the scenario stop with them. */
    public void releaseAll() {
        stop();
        crew.dismiss(Integer.MAX_VALUE);
    }

    /** Returns how many clients there are. */
    public int count() {
        return crew.size();
    }

    /** Starts a scenario, in place of the one that runs. Clients that were added by hand stay. */
    public synchronized void start(Scenario scenario) {
        stop();
        faults.accept(scenario.faults());
        running = scenario;
        crew.hire(scenario);
    }

    /**
     * Stops the scenario: its clients leave, and the server's faults with them. Does nothing if
     * none runs.
     */
    public synchronized void stop() {
        Scenario stopped = running;
        if (stopped != null) {
            running = null;
            crew.dismissAll(stopped);
            faults.accept(Map.of());
        }
    }

    /** Returns the scenario that runs. */
    public Optional<Scenario> running() {
        return Optional.ofNullable(running);
    }

    /**
     * Waits until no client's thread is left.
     *
     * @return whether it is so
     */
    public boolean awaitIdle(Duration most) throws InterruptedException {
        return crew.awaitEmpty(most);
    }

    /** As {@link #releaseAll}; its threads end soon afterwards. */
    @Override
    public void close() {
        releaseAll();
    }
}
