package leasehold.simulation;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Lets clients in when it is their time, and closes a scenario at its end. */
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
            switch (run.load()) {
                case Scenario scenario -> admit(scenario);
                case Replay replay -> admit(replay.script());
            }
        } catch (InterruptedException e) {
            // It was stopped: nobody else comes.
        }
    }

    private void admit(Script script) throws InterruptedException {
        for (int i = 0; i < script.size(); i++) {
            await(script.visit(i).begins());
            admit.run();
        }
    }

    private void admit(Scenario scenario) throws InterruptedException {
        if (scenario.limit() instanceof Limit.Time(Duration time)) {
            admit(scenario, time);
            await(time);
            end.run();
        } else {
            admit(scenario, Span.LONGEST);
        }
    }

    private void admit(Scenario scenario, Duration last) throws InterruptedException {
        Iterator<Duration> times = times(scenario).iterator();
        while (times.hasNext()) {
            Duration next = times.next();
            if (next.compareTo(last) > 0 || run.isExhausted()) {
                return;
            }
            await(next);
            admit.run();
        }
    }

    private Stream<Duration> times(Scenario scenario) {
        Stream<Duration> times = scenario.arrivals().times(run.ofArrivals());
        return scenario.arrivals().stay() ? times.limit(scenario.clients()) : times;
    }

    private void await(Duration sinceStart) throws InterruptedException {
        Duration left = sinceStart.minusNanos(run.pace().nanos() - start);
        run.pace().await(new CountDownLatch(1), left);
    }
}
