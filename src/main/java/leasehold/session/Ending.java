package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import leasehold.backend.FailureCategory;
import org.jspecify.annotations.Nullable;

/**
 * How the session is closed under its holders, and how the controller ends (rules 23, 24): requests
 * are refused, holders are told, and at the deadline the rest is revoked. Everything is guarded.
 */
final class Ending {

    private static final Failure DRAINING =
            Failure.of(FailureCategory.DRAINING, "the session is being closed by an operator");
    private static final Failure SHUTDOWN =
            Failure.of(FailureCategory.SHUTDOWN, "the controller is shut down");

    /** By whom leases are taken away at the end of a shutdown's patience. */
    static final Act DEADLINE = new Act("controller", "the deadline of the shutdown has passed");

    private final Machine machine;
    private final Shell shell;
    private @Nullable Drain drain;
    private @Nullable Stop stop;

    Ending(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
    }

    private static final class Drain {
        final Answers<CloseReport> report;
        final List<Long> revoked = new ArrayList<>();
        final long epoch;
        final long began;
        Act by;
        long deadline;
        Subscription timer = Subscription.NONE;
        Optional<Failure> failure = Optional.empty();

        Drain(Shell shell, long epoch, Act by, long began, long deadline) {
            this.report = new Answers<>(shell, "drained");
            this.epoch = epoch;
            this.by = by;
            this.began = began;
            this.deadline = deadline;
        }
    }

    private static final class Stop {
        final Answers<ShutdownReport> report;
        final CompletionStage<ShutdownReport> stage;
        final List<LeaseInfo> revoked = new ArrayList<>();
        final long began;
        final long deadline;
        Subscription timer = Subscription.NONE;

        Stop(Shell shell, long began, long deadline) {
            this.report = new Answers<>(shell, "shutdown");
            this.stage = report.ask();
            this.began = began;
            this.deadline = deadline;
        }

        void tell(List<StrayInfo> strays, List<String> threads, long nanos) {
            report.tell(new ShutdownReport(since(began, nanos), revoked, strays, threads));
        }
    }

    /** Tells whether the session closes with its last lease, without linger. */
    boolean underWay() {
        return drain != null || stop != null;
    }

    /** Returns why nobody new is taken, if so. */
    @Nullable Failure refusal() {
        if (stop != null) {
            return SHUTDOWN;
        }
        return drain == null ? null : DRAINING;
    }

    /** Returns by when the held leases are taken away, if they are. */
    Optional<Instant> recalledBy() {
        Stop stopping = stop;
        Drain draining = sooner();
        if (draining != null) {
            return Optional.of(shell.clock.at(draining.deadline));
        }
        return stopping == null ? Optional.empty() : Optional.of(shell.clock.at(stopping.deadline));
    }

    /** Returns what an operator asked for, unless the shutdown takes the leases away before. */
    private @Nullable Drain sooner() {
        Stop stopping = stop;
        Drain draining = drain;
        boolean later =
                stopping != null && draining != null && stopping.deadline - draining.deadline < 0;
        return later ? null : draining;
    }

    Optional<SessionSnapshot.Drain> info() {
        Drain draining = sooner();
        return recalledBy()
                .map(
                        until ->
                                new SessionSnapshot.Drain(
                                        until,
                                        draining == null
                                                ? Optional.empty()
                                                : Optional.of(draining.by)));
    }

    /** Returns why a session that the ending cuts short is closed. */
    CloseCause cause() {
        Drain draining = drain;
        return draining == null ? CloseCause.of(CloseReason.SHUTDOWN) : CloseCause.of(draining.by);
    }

    /** Closes the session under its holders. Takes the lock. */
    CompletionStage<CloseReport> drain(Duration patience, Act by) {
        return shell.asked(nanos -> drain(patience, by, nanos));
    }

    /** Ends the controller; the same stage for all. Takes the lock. */
    CompletionStage<ShutdownReport> stop(Duration patience) {
        return shell.asked(nanos -> stop(patience, nanos).stage);
    }

    /** Ends the controller, with a stage on which no other waits. Takes the lock. */
    CompletionStage<ShutdownReport> stopAlone(Duration patience) {
        return shell.asked(nanos -> stop(patience, nanos).report.ask());
    }

    private CompletionStage<CloseReport> drain(Duration patience, Act by, long nanos) {
        long deadline = nanos + patience.toNanos();
        Drain draining = drain;
        if (draining == null) {
            draining = new Drain(shell, machine.epoch(), by, nanos, deadline);
            if (machine.atRest()) {
                return CompletableFuture.completedStage(report(draining, nanos));
            }
            drain = draining;
            arm(draining, nanos);
            machine.turnAway(DRAINING, nanos);
            machine.holding.recall(shell.clock.at(deadline));
            drainOver(draining, nanos);
        } else if (deadline - draining.deadline < 0) {
            draining.deadline = deadline;
            draining.by = by;
            arm(draining, nanos);
            drainOver(draining, nanos);
        }
        machine.settle(nanos);
        return draining.report.ask();
    }

    private Stop stop(Duration patience, long nanos) {
        shell.errands.endAskedHere();
        Stop stopping = stop;
        if (stopping == null) {
            stopping = new Stop(shell, nanos, nanos + patience.toNanos());
            stop = stopping;
            long deadline = stopping.deadline;
            int held = machine.book.held();
            machine.journal.place(
                    nanos,
                    machine.epoch(),
                    s -> new SessionEvent.ShuttingDown(s, s.at().plus(patience), held));
            stopping.timer = shell.at(deadline, nanos, this::stopOver);
            machine.turnAway(SHUTDOWN, nanos);
            machine.holding.recall(shell.clock.at(deadline));
            if (patience.isZero()) {
                stopOver(nanos);
            }
            machine.settle(nanos);
        }
        return stopping;
    }

    /** Notes that a session closed meanwhile may still be held by the server. */
    void closeFailed(Failure failure) {
        Drain draining = drain;
        if (draining != null) {
            draining.failure = Optional.of(failure);
        }
    }

    /** No session is left: a closing that was asked for has come to its end. */
    void atRest(long nanos) {
        Drain draining = drain;
        if (draining != null) {
            drain = null;
            draining.timer.close();
            machine.journal.place(nanos, draining.epoch, SessionEvent.Drained::new);
            CloseReport report = report(draining, nanos);
            draining.report.tell(report);
        }
    }

    /** Tells whether the controller is to end once no session is left. */
    boolean stopping() {
        return stop != null;
    }

    /**
     * The controller has ended: waits for calls and for who is still being told, does {@code last},
     * and reports what came of it.
     */
    void stopped(Runnable last, long nanos) {
        Stop stopping = stop;
        if (stopping != null) {
            stopping.timer.close();
            shell.errands.part(
                    patience(stopping, nanos),
                    () -> machine.unlistedCalls().isEmpty(),
                    threads ->
                            shell.errands.start(
                                    "stopped",
                                    () -> {
                                        last.run();
                                        shell.locked(now -> stopping.tell(left(), threads, now));
                                    }));
        }
    }

    private List<StrayInfo> left() {
        return Stream.concat(machine.strays.list().stream(), machine.unlistedCalls().stream())
                .toList();
    }

    /** How long listeners and callers are waited for: not beyond what a shutdown may take. */
    private Duration patience(Stop stopping, long nanos) {
        Duration abort = shell.policy.abortTimeout();
        long latest = stopping.deadline + abort.toNanos() + shell.policy.closeTimeout().toNanos();
        Duration left = Duration.ofNanos(Math.max(0, latest - nanos));
        return left.compareTo(abort) < 0 ? left : abort;
    }

    private void arm(Drain draining, long nanos) {
        draining.timer.close();
        Duration left = Duration.ofNanos(Math.max(0, draining.deadline - nanos));
        Act by = draining.by;
        int held = machine.book.held();
        machine.journal.place(
                nanos,
                draining.epoch,
                s -> new SessionEvent.Draining(s, s.at().plus(left), held, by));
        draining.timer = shell.after(left, now -> drainOver(draining, now));
    }

    private void drainOver(Drain draining, long nanos) {
        if (drain == draining && nanos - draining.deadline >= 0) {
            machine.holding
                    .revokeHeld(draining.by, nanos)
                    .forEach(core -> draining.revoked.add(core.id));
        }
    }

    private void stopOver(long nanos) {
        Stop stopping = stop;
        if (stopping != null) {
            machine.book.each(core -> stopping.revoked.add(core.now()));
            machine.holding.revokeHeld(DEADLINE, nanos);
        }
    }

    private static CloseReport report(Drain draining, long nanos) {
        return new CloseReport(
                draining.epoch, draining.revoked, since(draining.began, nanos), draining.failure);
    }

    private static Duration since(long began, long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - began));
    }
}
