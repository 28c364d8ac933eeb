package leasehold.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import leasehold.session.SessionController;
import org.jspecify.annotations.Nullable;

/**
 * Simulated clients of one controller: some added by hand, which hold one lease each until they are
 * removed, and those of a scenario or a replay. Safe for use by several threads. Nothing blocks:
 * clients come and go on virtual threads of their own.
 */
public final class Simulator implements AutoCloseable {

    /** The purpose of every simulated lease, by which a view knows it. */
    public static final String PURPOSE = "simulated";

    private final Crew crew;
    private final Consumer<? super Map<String, String>> server;
    private final Pace pace;
    private final Run byHand;
    private final Guard guard = new Guard();
    private long missedBefore;
    private volatile Faults faults = Faults.NONE;
    private volatile @Nullable Run running;

    /**
     * Creates a simulator without clients.
     *
     * @param server given the settings of the simulated server by name, empty for those it was set
     *     up with, whenever they are to change
     */
    public Simulator(SessionController controller, Consumer<? super Map<String, String>> server) {
        this(
                controller,
                server,
                Pace.REAL,
                Thread.ofVirtual().inheritInheritableThreadLocals(false).factory());
    }

    Simulator(
            SessionController controller,
            Consumer<? super Map<String, String>> server,
            Pace pace,
            ThreadFactory makesThreads) {
        this.server = server;
        this.pace = pace;
        crew = new Crew(controller, makesThreads, this::over);
        byHand = new Run(Scenario.ONE_LEASE, pace, this::faults);
    }

    /**
     * Has clients come that hold one lease each until they are removed, or their lease ends
     * otherwise.
     */
    public void add(int clients) {
        crew.add(byHand, clients);
    }

    /** Has the newest clients leave: they release what they hold, and stop asking. */
    public void remove(int clients) {
        crew.dismiss(clients);
    }

    /** Has all clients leave, and the load stop with them. */
    public void releaseAll() {
        stop();
        crew.dismiss(Integer.MAX_VALUE);
    }

    /** Returns how many clients there are. */
    public int count() {
        return crew.size();
    }

    /**
     * Starts a load, in place of the one that runs; it ends by itself at its limit, or with its
     * last visit. Clients that were added by hand stay.
     */
    public void start(Load load) {
        switch (load) {
            case Scenario scenario -> start(scenario, pace);
            case Replay replay -> start(replay, pace.times(replay.speed()));
        }
    }

    /**
     * Has one client of a load do its next act: come and ask, or release. Between two steps its
     * time stands still; that of server and controller goes on. Starts the load where none runs;
     * does nothing where one runs by itself.
     */
    public void step(Load load) {
        guard.run(() -> stepOn(load));
    }

    private void stepOn(Load load) {
        if (running == null) {
            start(load, new Steps());
        }
        Run stepped = running;
        if (stepped != null && stepped.pace() instanceof Steps steps) {
            steps.step();
        }
    }

    /**
     * Stops the load: its clients leave, and all faults end with them. Does nothing if none runs.
     */
    public void stop() {
        guard.run(
                () -> {
                    Run stopped = running;
                    if (stopped != null) {
                        running = null;
                        crew.dismissAll(stopped);
                        missedBefore += crew.missed(stopped);
                        adjust(Faults.NONE);
                    }
                });
    }

    /**
     * Puts faults in force at once, in place of those that are, for every simulated client and the
     * server.
     */
    public void adjust(Faults faults) {
        guard.run(
                () -> {
                    server.accept(faults.server());
                    this.faults = faults;
                });
    }

    /** Returns the faults in force. */
    public Faults faults() {
        return faults;
    }

    /** Returns the load that runs. */
    public Optional<Load> running() {
        return Optional.ofNullable(running).map(Run::load);
    }

    /** Tells whether the load that runs goes on by steps alone. */
    public boolean stepping() {
        Run run = running;
        return run != null && run.pace() instanceof Steps;
    }

    /** Returns how many visits of the load that runs have begun. */
    public int begun() {
        Run run = running;
        return run == null ? 0 : crew.begun(run);
    }

    /** Returns how many clients of the scenario came while all were busy, and went again. */
    public long missed() {
        Run run = running;
        return run == null ? 0 : crew.missed(run);
    }

    /** Returns how many did so of all loads so far, the one that runs included. */
    public long missedInAll() {
        return guard.get(() -> missedBefore + missed());
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

    private void start(Load load, Pace pace) {
        guard.run(
                () -> {
                    stop();
                    adjust(load.faults());
                    Run run = new Run(load, pace, this::faults);
                    running = run;
                    crew.open(run);
                });
    }

    private void over(Run run) {
        guard.run(
                () -> {
                    if (running == run) {
                        stop();
                    }
                });
    }
}
