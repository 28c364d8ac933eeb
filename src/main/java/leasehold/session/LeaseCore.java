package leasehold.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import leasehold.session.SessionEvent.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What the controller knows of a lease. It never holds the handle that its holder has, so that a
 * handle which is dropped can be found: it is itself the weak reference to it (rule 15).
 *
 * <p>Written with the lock held; {@code end}, {@code session} and {@code marks} are published for
 * readers without it.
 */
final class LeaseCore extends WeakReference<Lease> {

    static final int OPENER = 1;
    static final int OVERDUE = 2;
    static final int DETACHED = 4;

    private static final VarHandle END;
    private static final VarHandle SESSION;
    private static final VarHandle MARKS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            END = lookup.findVarHandle(LeaseCore.class, "end", LeaseEnd.class);
            MARKS = lookup.findVarHandle(LeaseCore.class, "marks", int.class);
            SESSION = lookup.findVarHandle(LeaseCore.class, "session", LiveSession.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final LeaseRequest request;
    final Trace trace;
    final String thread;
    final long askedNanos;
    Clock.Anchor anchor;
    long id;
    long grantedNanos;
    long expiresNanos;
    private int marks;
    @Nullable Failure refusal;
    @Nullable CompletionStage<ReleaseOutcome> outcome;
    @Nullable Extras extras;
    @Nullable LeaseCore before;
    @Nullable LeaseCore after;
    private @Nullable LeaseEnd end;
    private @Nullable LiveSession session;

    LeaseCore(
            Lease handle,
            ReferenceQueue<Lease> dropped,
            LeaseRequest request,
            Trace trace,
            Clock clock,
            long nanos) {
        super(handle, dropped);
        this.request = request;
        this.trace = trace;
        this.thread = Thread.currentThread().getName();
        this.askedNanos = nanos;
        this.anchor = clock.anchor();
    }

    /** What only few leases need. Guarded, but for the futures themselves. */
    static final class Extras {
        final CompletableFuture<LeaseEnd> ended = new CompletableFuture<>();
        final CompletionStage<LeaseEnd> toldEnded = ended.minimalCompletionStage();
        final CompletableFuture<Instant> recalled = new CompletableFuture<>();
        final CompletionStage<Instant> toldRecalled = recalled.minimalCompletionStage();
        Subscription expiry = Subscription.NONE;
    }

    @Nullable LeaseEnd end() {
        return (LeaseEnd) END.getAcquire(this);
    }

    void end(LeaseEnd how) {
        END.setRelease(this, how);
    }

    @Nullable LiveSession session() {
        return (LiveSession) SESSION.getAcquire(this);
    }

    void session(LiveSession of) {
        SESSION.setRelease(this, of);
    }

    boolean is(int mark) {
        return ((int) MARKS.getAcquire(this) & mark) != 0;
    }

    void mark(int mark, boolean on) {
        MARKS.setRelease(this, on ? marks | mark : marks & ~mark);
    }

    Extras extras() {
        Extras known = extras;
        if (known == null) {
            known = new Extras();
            extras = known;
        }
        return known;
    }

    long epoch() {
        LiveSession of = session();
        return of == null ? 0 : of.epoch;
    }

    Holder holder() {
        return new Holder(
                ThisProcess.USER,
                ThisProcess.HOST,
                ThisProcess.PID,
                thread,
                trace.site(),
                trace.stack());
    }

    boolean expires() {
        return !request.ttl().isZero();
    }

    /** Starts its time to live anew; one begun later, but told first, is not cut short. */
    void live(long nanos) {
        long until = nanos + request.ttl().toNanos();
        expiresNanos = until - expiresNanos > 0 ? until : expiresNanos;
    }

    /** Tells what is known of it while it waits; looks only at what no longer changes. */
    LeaseInfo waiting(Instant requestedAt) {
        return info(
                0,
                LeaseInfo.State.WAITING,
                requestedAt,
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                false);
    }

    /** Tells what was known of it when it was granted; looks only at what no longer changes. */
    LeaseInfo granted(long epoch) {
        return held(epoch, LeaseInfo.State.HELD, grantedNanos + request.ttl().toNanos(), false);
    }

    /** Tells what is known of it now. Guarded. */
    LeaseInfo now() {
        LeaseInfo.State state = is(DETACHED) ? LeaseInfo.State.DETACHED : LeaseInfo.State.HELD;
        return held(epoch(), state, expiresNanos, is(OVERDUE));
    }

    SessionEvent requestedEvent(Stamp stamp) {
        return new SessionEvent.Requested(stamp, waiting(stamp.at()));
    }

    SessionEvent grantedEvent(Stamp stamp) {
        return new SessionEvent.Granted(stamp, granted(stamp.epoch()));
    }

    SessionEvent endedEvent(Stamp stamp) {
        LeaseEnd how = end();
        if (how == null) {
            throw new IllegalStateException("lease " + id + " has not ended");
        }
        return new SessionEvent.Ended(
                stamp, id, request.client(), how, Math.max(0, stamp.nanos() - grantedNanos));
    }

    SessionEvent renewedEvent(Stamp stamp) {
        return new SessionEvent.Renewed(
                stamp, id, request.client(), stamp.at().plus(request.ttl()));
    }

    private LeaseInfo held(long epoch, LeaseInfo.State state, long expires, boolean overdue) {
        return info(
                epoch,
                state,
                anchor.at(askedNanos),
                Optional.of(anchor.at(grantedNanos)),
                Math.max(0, grantedNanos - askedNanos),
                is(OPENER),
                expires() ? Optional.of(anchor.at(expires)) : Optional.empty(),
                overdue);
    }

    private LeaseInfo info(
            long epoch,
            LeaseInfo.State state,
            Instant requestedAt,
            Optional<Instant> grantedAt,
            long waited,
            boolean opener,
            Optional<Instant> expiresAt,
            boolean overdue) {
        return new LeaseInfo(
                id,
                epoch,
                state,
                request.client(),
                holder(),
                request.purpose(),
                request.correlationId(),
                requestedAt,
                grantedAt,
                waited,
                opener,
                expiresAt,
                overdue);
    }
}
