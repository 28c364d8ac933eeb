package leasehold.session;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller of one shared session over a backend. Safe for use by any number of threads; two
 * controllers share no lock and no thread (rule 29). A program with several keys keeps its own map
 * of controllers.
 *
 * <pre>{@code
 * try (ServerSessionController controller = ServerSessionController.over(backend).name("billing").build();
 *         SessionLease lease = controller.openSession(LeaseRequest.of("nightly-report"))) {
 *     lease.unwrap(Connection.class) …
 * }
 * }</pre>
 */
public final class ServerSessionController implements SessionController, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerSessionController.class);
    private static final Failure UNKNOWN =
            Failure.of(FailureCategory.UNKNOWN, "no reason is known");

    private final Machine machine;
    private final Shell shell;
    private final List<String> foreign;
    private volatile CaptureLevel capture;

    ServerSessionController(Machine machine, CaptureLevel capture, List<String> foreign) {
        this.machine = machine;
        this.shell = machine.shell;
        this.capture = capture;
        this.foreign = foreign;
    }

    /** Starts to build a controller over a backend. */
    public static ControllerBuilder over(SessionBackend backend) {
        return new ControllerBuilder(Objects.requireNonNull(backend, "backend"));
    }

    /** Returns the controller's name, which its threads bear. */
    public String name() {
        return shell.name;
    }

    /** Returns the policy it was built with. */
    public SessionPolicy policy() {
        return shell.policy;
    }

    @Override
    public CompletableFuture<Optional<SessionLease>> tryOpenSessionAsync(
            LeaseRequest request, CancellationToken token) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(token, "token");
        if (isCancelled(token)) {
            return cancelled();
        }
        Lease lease = lease(request);
        return switch (machine.asking.ask(lease.core(), null)) {
            case GRANTED -> CompletableFuture.completedFuture(Optional.of(lease));
            case REFUSED -> CompletableFuture.completedFuture(Optional.empty());
            case MUST_WAIT -> queue(lease, token);
        };
    }

    @Override
    public Optional<SessionLease> tryOpenSession(LeaseRequest request) throws InterruptedException {
        return take(lease(Objects.requireNonNull(request, "request")));
    }

    @Override
    public SessionLease openSession(LeaseRequest request)
            throws SessionUnavailableException, InterruptedException {
        Lease lease = lease(Objects.requireNonNull(request, "request"));
        Optional<SessionLease> taken = take(lease);
        if (taken.isEmpty()) {
            throw new SessionUnavailableException(
                    Objects.requireNonNullElse(lease.core().refusal, UNKNOWN));
        }
        return taken.get();
    }

    /** Returns the state at this moment; costs O(sessions). */
    public SessionSnapshot snapshot() {
        return machine.seeing.snapshot();
    }

    /**
     * Returns the held leases in the order of their grants, then the waiting requests in that of
     * asking; costs O(held).
     */
    public List<LeaseInfo> leases() {
        return machine.seeing.leases();
    }

    /**
     * Has a listener see a snapshot, and every event after it (rule 26).
     *
     * @return ends the subscription; a call in progress may still finish
     */
    public ListenerSubscription subscribe(SessionListener listener) {
        return machine.seeing.subscribe(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Takes leases away (rule 22). Local, and always succeeds; the session closes without linger if
     * none is left.
     *
     * @return how each lease ended: by this act, or, if it had ended a little before, in its own
     *     way; an id that is not held and did not end of late has no answer
     */
    public Map<Long, LeaseEnd> revoke(Collection<Long> ids, Act by) {
        return machine.holding.revoke(ids, Objects.requireNonNull(by, "by"));
    }

    /**
     * Takes all leases away (rule 22).
     *
     * @return the end of each lease that was held, by its id
     */
    public Map<Long, LeaseEnd> revokeAll(Act by) {
        return machine.holding.revokeAll(Objects.requireNonNull(by, "by"));
    }

    /**
     * Closes the session (rule 23): refuses who asks and who waits, waits for the held leases, and
     * revokes the rest at the deadline. Asked again meanwhile, it can only come sooner. Afterwards
     * requests are accepted again.
     *
     * @param drain how long the held leases are waited for; zero for not at all
     * @return completes, on a thread of its own, when the session is closed or listed as a stray
     * @throws IllegalArgumentException if {@code drain} is negative or longer than 3,650 days
     */
    public CompletionStage<CloseReport> closeSession(Duration drain, Act by) {
        Bounds.check(
                "drain", Objects.requireNonNull(drain, "drain"), Duration.ZERO, Bounds.LONGEST);
        return machine.ending.drain(drain, Objects.requireNonNull(by, "by"));
    }

    /**
     * Tries the close of a stray again (rule 20).
     *
     * @return completes, on a thread of its own, when it is closed, has failed or has timed out; at
     *     once with a failure of PROTOCOL if no such stray is listed, of SHUTDOWN if the controller
     *     has ended; and with UNKNOWN if it is forgotten meanwhile. A call that still runs is
     *     interrupted first
     */
    public CompletionStage<CloseReport> retryClose(long epoch, Act by) {
        return machine.strays.retry(epoch, Objects.requireNonNull(by, "by"));
    }

    /**
     * Takes a stray off the list (rule 20). What its open yields all the same is still closed.
     *
     * @return whether it was there
     */
    public boolean forget(long epoch, Act by) {
        return machine.strays.forget(epoch, Objects.requireNonNull(by, "by"));
    }

    /**
     * Ends a failure hold, so that the next caller makes an attempt, and the wait between two
     * attempts (rule 8).
     */
    public void retryNow() {
        machine.asking.retryNow();
    }

    /** Sets how much of a caller's stack is kept with leases asked for from now on (rule 15). */
    public void capture(CaptureLevel level) {
        capture = Objects.requireNonNull(level, "level");
    }

    /**
     * Ends the controller (rule 24): refuses who asks and who waits, waits for the held leases, and
     * revokes the rest at the deadline. Then it waits for listeners to be told the last event, and
     * for what callers have done on stages, at most the abort timeout: half-way what still runs is
     * interrupted, and at the end it is named. Takes at most the deadline, the abort timeout and
     * the close timeout together. Not awaited is who asked for it on such a thread.
     *
     * @return the same stage for every call; completes on a thread of its own
     * @throws IllegalArgumentException if {@code deadline} is negative or longer than 3,650 days
     */
    public CompletionStage<ShutdownReport> shutdown(Duration deadline) {
        Bounds.check(
                "deadline",
                Objects.requireNonNull(deadline, "deadline"),
                Duration.ZERO,
                Bounds.LONGEST);
        return machine.ending.stop(deadline);
    }

    /**
     * Ends the controller by the policy's deadline, and waits for it; interrupted, it goes on
     * ending without being waited for. On a thread of the backend's own call it does not wait, for
     * that call is waited for.
     */
    @Override
    public void close() {
        CompletionStage<ShutdownReport> stage =
                machine.ending.stopAlone(shell.policy.shutdownDeadline());
        if (machine.calls.isOnOne()) {
            return;
        }
        try {
            stage.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a shutdown never fails", e);
        }
    }

    @Override
    public String toString() {
        SessionSnapshot now = snapshot();
        return "controller %s, %s, %d held".formatted(name(), now.state(), now.ledger().held());
    }

    private Lease lease(LeaseRequest request) {
        CaptureLevel level = capture;
        Trace trace = level == CaptureLevel.OFF ? Trace.NONE : Trace.take(level, foreign);
        return new Lease(machine, request, trace, shell.clock.read());
    }

    private Optional<SessionLease> take(Lease lease) throws InterruptedException {
        return switch (machine.asking.ask(lease.core(), null)) {
            case GRANTED -> Optional.of(lease);
            case REFUSED -> Optional.empty();
            case MUST_WAIT -> await(queue(lease, CancellationToken.none()));
        };
    }

    private Waiter queue(Lease lease, CancellationToken token) {
        Waiter waiter = new Waiter(machine.asking, lease);
        switch (machine.asking.ask(lease.core(), waiter)) {
            case GRANTED -> waiter.answer(Optional.of(lease));
            case REFUSED -> waiter.answer(Optional.empty());
            case MUST_WAIT -> waiter.registered(onCancel(waiter, token));
        }
        return waiter;
    }

    /** Has the token end the request. */
    private Subscription onCancel(Waiter waiter, CancellationToken token) {
        try {
            Subscription subscription = token.onCancel(() -> machine.asking.cancel(waiter));
            return subscription == null ? Subscription.NONE : subscription;
        } catch (Throwable e) {
            LOG.warn(
                    "{}: a token failed with {}; it cannot cancel", name(), e.getClass().getName());
            return Subscription.NONE;
        }
    }

    private boolean isCancelled(CancellationToken token) {
        try {
            return token.isCancelled();
        } catch (Throwable e) {
            LOG.warn(
                    "{}: a token failed with {}; it counts as not cancelled",
                    name(),
                    e.getClass().getName());
            return false;
        }
    }

    private static CompletableFuture<Optional<SessionLease>> cancelled() {
        CompletableFuture<Optional<SessionLease>> future = new CompletableFuture<>();
        future.cancel(false);
        return future;
    }

    /**
     * Waits; if interrupted at the instant of the grant, the lease is returned and the flag
     * restored.
     */
    private static Optional<SessionLease> await(Waiter waiter) throws InterruptedException {
        try {
            return waiter.get();
        } catch (InterruptedException e) {
            if (waiter.cancel(false)) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return waiter.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request never fails", e);
        }
    }
}
