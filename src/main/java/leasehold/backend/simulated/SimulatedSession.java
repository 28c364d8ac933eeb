package leasehold.backend.simulated;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionLostException;
import org.jspecify.annotations.Nullable;

/** A seat taken on a simulated server. */
final class SimulatedSession implements BackendSession {

    private static final String UNASKED = "the server dropped the session";

    private final SimulatedBackend server;
    private final OpenAttempt attempt;
    private final Dice dice;
    private final Delays delays;
    private final Map<String, String> attributes;
    private final long openedAt;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final AtomicReference<Runnable> loss = new AtomicReference<>(SimulatedSession::noLoss);
    private final AtomicInteger closes = new AtomicInteger();

    /** Why the server dropped the session; null while it has not. */
    private volatile @Nullable String lost;

    SimulatedSession(
            SimulatedBackend server, OpenAttempt attempt, Dice dice, Delays delays, Duration took) {
        this.server = server;
        this.attempt = attempt;
        this.dice = dice;
        this.delays = delays;
        this.openedAt = delays.nanos();
        this.attributes =
                Map.of(
                        "server",
                        "simulated",
                        "seed",
                        Long.toString(dice.seed()),
                        "opened in",
                        took.toMillis() + " ms");
    }

    @Override
    public String id() {
        return "seat-%d.%d".formatted(dice.epoch(), dice.attempt());
    }

    @Override
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public void keepAlive() throws SessionLostException {
        String reason = lost;
        if (reason != null) {
            throw new SessionLostException(reason, null);
        }
    }

    @Override
    public void close() throws BackendException, InterruptedException {
        if (gone.get()) {
            return;
        }
        loss.getAndSet(SimulatedSession::noLoss).run();
        int turn = closes.getAndIncrement();
        SimulatedFaults.Closing close = server.faults().close();
        boolean hangs = dice.happens(Dice.Question.CLOSE_HANG, turn, close.hangs());
        delays.sleep(
                hangs
                        ? Pause.FOREVER
                        : close.takes().sample(dice.on(Dice.Question.CLOSE_TIME, turn)));
        if (dice.happens(Dice.Question.CLOSE_FAILURE, turn, close.fails())) {
            throw new BackendException(
                    FailureCategory.UNREACHABLE, "the server did not confirm the disconnect");
        }
        leave();
    }

    @Override
    public String toString() {
        return "simulated session " + id();
    }

    /**
     * Decides whether and when the server drops the session, in place of what was decided before.
     */
    void planLoss(SimulatedFaults.Loss plan) {
        Runnable planned = SimulatedSession::noLoss;
        if (dice.happens(Dice.Question.LOSS, plan.chance())) {
            Duration after = plan.after().sample(dice.on(Dice.Question.LOSS_TIME));
            long left = after.toNanos() - (delays.nanos() - openedAt);
            planned = delays.after(Duration.ofNanos(Math.max(0, left)), () -> lose(UNASKED));
        }
        loss.getAndSet(planned).run();
        if (gone.get()) {
            loss.getAndSet(SimulatedSession::noLoss).run();
        }
    }

    /** Drops the session; true if it was there. */
    boolean lose(String reason) {
        if (!gone.compareAndSet(false, true)) {
            return false;
        }
        lost = reason;
        server.gone(this);
        loss.getAndSet(SimulatedSession::noLoss).run();
        attempt.reportLost(new SessionLostException(reason, null));
        return true;
    }

    private static void noLoss() {}

    private void leave() {
        if (gone.compareAndSet(false, true)) {
            server.gone(this);
        }
    }
}
