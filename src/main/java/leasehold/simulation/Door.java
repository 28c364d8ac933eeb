package leasehold.simulation;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Lets the clients of a scenario in when it is their time, and closes the scenario at its end. */
final class Door implements Runnable {

    private final Run run;
    private final Runnable admit;
    private final Runnable end;
    private final long start;

    /**
     * Creates a door.
     *
     * @param admit lets the next client in
     * @param end has all clients leave
     */
    Door(Run run, Runnable admit, Runnable end) {
        this.run = run;
        this.admit = admit;
        this.end = end;
        start = run.pace().nanos();
    }

    @Override
    public void run() {
        try {
            if (run.scenario().limit() instanceof Limit.Time(Duration time)) {
                admitUntil(time);
                await(time);
                end.run();
            } else {
                admitUntil(Span.LONGEST);
            }
        } catch (InterruptedException e) {
            // The scenario was stopped: nobody else comes.
        }
    }

    private void admitUntil(Duration last) throws InterruptedException {
        Iterator<Duration> times = times().iterator();
        while (times.hasNext()) {
            Duration next = times.next();
            if (next.compareTo(last) > 0 || run.isExhausted()) {
                return;
            }
            await(next);
            admit.run();
        }
    }

    private Stream<Duration> times() {
        Scenario scenario = run.scenario();
        Stream<Duration> times = scenario.arrivals().times(run.ofArrivals());
        return scenario.arrivals().stay() ? times.limit(scenario.clients()) : times;
    }

    private void await(Duration sinceStart) throws InterruptedException {
        Duration left = sinceStart.minusNanos(run.pace().nanos() - start);
        run.pace().await(new CountDownLatch(1), left);
    }
}
