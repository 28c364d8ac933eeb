package leasehold.backend.simulated;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;

/**
 * A backend without a server. Safe for use by several threads; its faults may be changed while it
 * runs.
 *
 * <p>What happens to an attempt depends on the seed, the numbers of the opening and of the attempt,
 * and the faults in force, not on the timing of threads: the same seed gives the same failures,
 * times and losses. Only whether a seat is free and whether the time is up depend on when it comes.
 */
public final class SimulatedBackend implements SessionBackend {

    private final long seed;
    private final Delays delays;
    private final Seats seats = new Seats();
    private final Set<SimulatedSession> sessions = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile SimulatedFaults faults;

    /** Creates a server in real time. */
    public SimulatedBackend(SimulatedFaults faults, long seed) {
        this(faults, seed, Delays.real());
    }

    /** Creates a server in the given time. */
    public SimulatedBackend(SimulatedFaults faults, long seed, Delays delays) {
        this.faults = Objects.requireNonNull(faults, "faults");
        this.seed = seed;
        this.delays = Objects.requireNonNull(delays, "delays");
    }

    /** Returns the faults in force. */
    public SimulatedFaults faults() {
        return faults;
    }

    /**
     * Changes the faults. Openings and closes that start later go by them; the loss of sessions
     * that are open is decided anew, with its time counted from their opening.
     */
    public void adjust(UnaryOperator<SimulatedFaults> change) {
        lock.lock();
        try {
            faults = Objects.requireNonNull(change.apply(faults), "faults");
            sessions.forEach(session -> session.planLoss(faults.loss()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Drops every open session now, as a server that goes down does, and returns how many there
     * were.
     */
    public int dropSessions(String reason) {
        return (int) sessions.stream().filter(session -> session.lose(reason)).count();
    }

    /** Returns how many sessions the server holds, those included whose close failed. */
    public int seatsTaken() {
        return seats.taken();
    }

    @Override
    public BackendSession open(OpenAttempt attempt) throws BackendException, InterruptedException {
        SimulatedFaults now = faults;
        Dice dice = new Dice(seed, attempt.epoch(), attempt.attempt());
        long asked = delays.nanos();
        await(now.open(), dice, attempt.remaining());
        double number = dice.on(Dice.Question.OPEN_FAILURE).nextDouble();
        Optional<FailureCategory> failure = now.open().failureAt(number);
        if (failure.isPresent()) {
            throw new BackendException(failure.get(), Failures.sentence(failure.get()));
        }
        if (!seats.take(now.seats())) {
            throw new BackendException(
                    FailureCategory.LICENCE, "all %,d seats are taken".formatted(now.seats()));
        }
        return seated(attempt, dice, Duration.ofNanos(delays.nanos() - asked));
    }

    @Override
    public String toString() {
        return "simulated server, seed %d, %d seats taken".formatted(seed, seats.taken());
    }

    private BackendSession seated(OpenAttempt attempt, Dice dice, Duration took) {
        SimulatedSession session = new SimulatedSession(this, attempt, dice, delays, took);
        lock.lock(); // or an old plan could come after that of an adjustment
        try {
            sessions.add(session);
            session.planLoss(faults.loss());
        } finally {
            lock.unlock();
        }
        return session;
    }

    /** Takes note that the server no longer holds the session. */
    void gone(SimulatedSession session) {
        if (sessions.remove(session)) {
            seats.free();
        }
    }

    private void await(SimulatedFaults.Opening open, Dice dice, Duration remaining)
            throws BackendException, InterruptedException {
        boolean hangs = dice.happens(Dice.Question.OPEN_HANG, open.hangs());
        Duration takes = open.takes().sample(dice.on(Dice.Question.OPEN_TIME));
        if (dice.happens(Dice.Question.OPEN_DEAF, open.deaf())) {
            Pause.deaf(delays, hangs ? Pause.FOREVER : takes, open.deafFor());
        } else if (hangs) {
            delays.sleep(Pause.FOREVER);
        } else if (takes.compareTo(remaining) <= 0) {
            delays.sleep(takes);
        } else {
            delays.sleep(remaining);
            throw new BackendException(
                    FailureCategory.TIMEOUT,
                    "no answer within %d ms".formatted(remaining.toMillis()));
        }
    }
}
