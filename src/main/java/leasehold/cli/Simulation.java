package leasehold.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import leasehold.history.HistoryStore;
import leasehold.monitor.Target;
import leasehold.session.Ledger;
import leasehold.session.ServerSessionController;
import leasehold.session.Subscription;
import leasehold.simulation.Limit;
import leasehold.simulation.Load;
import leasehold.simulation.Replay;
import leasehold.simulation.Scenario;
import leasehold.simulation.Simulator;

/** One run of a load against a server, by the same rules as in the window. */
final class Simulation implements AutoCloseable {

    /** How the controller is named in records. */
    static final String NAME = "simulation";

    private static final Duration BEAT = Duration.ofMillis(200);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final ServerSessionController controller;
    private final Simulator simulator;
    private final Count count = new Count();
    private final Subscription counting;
    private final Optional<HistoryStore> record;
    private volatile boolean stopped;

    /**
     * Prepares a run.
     *
     * @param seed of the times between attempts
     * @param record takes what happens, and is closed at the end of the run
     */
    Simulation(Server server, long seed, Optional<HistoryStore> record) {
        this.record = record;
        controller =
                ServerSessionController.over(server.backend())
                        .name(NAME)
                        .policy(Target.policy().build())
                        .random(new SplittableRandom(seed))
                        .build();
        counting = controller.subscribe(count);
        record.ifPresent(store -> store.record(controller));
        simulator = new Simulator(controller, server.faults());
    }

    /** Runs to the end; returns what came of it when the session is closed and all is recorded. */
    Outcome run(Load load, Progress progress) throws InterruptedException {
        long start = System.nanoTime();
        simulator.start(load);
        if (stopped) {
            stop(); // for it may have come before the start
        }
        while (!simulator.awaitIdle(BEAT)) {
            progress.show(now(load, Duration.ofNanos(System.nanoTime() - start)));
        }
        progress.end();
        long took = System.nanoTime() - start;
        Ledger ledger = controller.snapshot().ledger(); // before the end takes away what is left
        controller.shutdown(Duration.ZERO).toCompletableFuture().join();
        record.ifPresent(HistoryStore::close); // who reads it next finds the end in it
        Map<Quantity, Long> counts = count.counts();
        counts.put(Quantity.MISSED, simulator.missedInAll());
        counts.put(Quantity.TOOK_MILLIS, took / NANOS_PER_MILLI);
        return new Outcome(ledger, counts);
    }

    /** Has all clients leave, so that the run ends early. By any thread. */
    void stop() {
        stopped = true;
        simulator.releaseAll();
    }

    @Override
    public void close() {
        simulator.close();
        counting.close();
        controller.close();
        record.ifPresent(HistoryStore::close);
    }

    private Progress.Now now(Load load, Duration elapsed) {
        Map<Quantity, Long> counts = count.counts();
        OptionalDouble part =
                switch (load) {
                    case Scenario scenario -> part(scenario.limit(), elapsed, counts);
                    case Replay replay ->
                            OptionalDouble.of(part(simulator.begun(), replay.script().size()));
                };
        return new Progress.Now(elapsed, part, counts);
    }

    private static OptionalDouble part(Limit limit, Duration elapsed, Map<Quantity, Long> counts) {
        return switch (limit) {
            case Limit.Never() -> OptionalDouble.empty();
            case Limit.Leases(int most) -> OptionalDouble.of(part(over(counts), most));
            case Limit.Time(Duration most) ->
                    OptionalDouble.of(part(elapsed.toNanos(), most.toNanos()));
        };
    }

    /** How many requests are done with. */
    private static double over(Map<Quantity, Long> counts) {
        return counts.getOrDefault(Quantity.GRANTED, 0L)
                + counts.getOrDefault(Quantity.REFUSED, 0L)
                - counts.getOrDefault(Quantity.HELD, 0L);
    }

    private static double part(double done, double most) {
        return Math.clamp(done / most, 0, 1);
    }
}
