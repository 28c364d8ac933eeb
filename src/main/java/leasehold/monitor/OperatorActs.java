package leasehold.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import leasehold.session.Act;
import leasehold.session.CloseReport;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseRequest;
import leasehold.session.ReleaseOutcome;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;

/**
 * What an operator does. Every act goes to the controller and comes back as an event; a view shows
 * the event, and asks nothing here. Keeps the leases that were taken here, until they end, and no
 * others.
 *
 * <p>Safe for use by several threads; nothing blocks. Stages complete on threads of the
 * controller's.
 */
public final class OperatorActs implements AutoCloseable {

    /** The name under which an operator takes leases. */
    public static final String CLIENT = "operator";

    private final String name;
    private final Optional<ServerSessionController> controller;
    private final String operator;
    private final NavigableMap<Long, SessionLease> mine = new ConcurrentSkipListMap<>();
    private volatile boolean closed;

    /**
     * Creates the acts of an operator.
     *
     * @param operator who acts, as it stands in the events
     */
    public OperatorActs(ServerSessionController controller, String operator) {
        this(controller, operator, false);
    }

    /**
     * Creates the acts of an operator.
     *
     * @param operator who acts, as it stands in the events
     * @param readOnly whether every act but a release is refused by an {@link
     *     IllegalStateException}
     */
    OperatorActs(ServerSessionController controller, String operator, boolean readOnly) {
        this(controller.name(), readOnly ? Optional.empty() : Optional.of(controller), operator);
    }

    private OperatorActs(
            String name, Optional<ServerSessionController> controller, String operator) {
        this.name = name;
        this.controller = controller;
        this.operator = operator;
    }

    /** Returns the acts where nothing can be done: every act but a release is refused. */
    static OperatorActs none(String name) {
        return new OperatorActs(name, Optional.empty(), CLIENT);
    }

    /** Returns who acts here, as it stands in the events. */
    public String operator() {
        return operator;
    }

    /** Asks for a lease as {@value #CLIENT}, and keeps it. */
    public CompletionStage<Optional<Long>> acquire() {
        return acquire(LeaseRequest.of(CLIENT));
    }

    /**
     * Asks for a lease, and keeps it.
     *
     * @return completes with its id, or with nothing if the session could not be had
     */
    public CompletionStage<Optional<Long>> acquire(LeaseRequest request) {
        return acting().tryOpenSessionAsync(request).thenApply(lease -> lease.map(this::keep));
    }

    /**
     * Returns the ids of the leases that were taken here and have not ended, in the order of
     * asking.
     */
    public List<Long> mine() {
        return List.copyOf(mine.keySet());
    }

    /** Tells whether a lease was taken here and has not ended. */
    public boolean took(long id) {
        return mine.containsKey(id);
    }

    /** Returns the newest lease that was taken here and has not ended. */
    public Optional<Long> newest() {
        return Optional.ofNullable(mine.lastEntry()).map(Map.Entry::getKey);
    }

    /**
     * Releases a lease that was taken here.
     *
     * @return what became of the session; empty if the lease was not taken here, or has ended
     */
    public Optional<CompletionStage<ReleaseOutcome>> release(long id) {
        return Optional.ofNullable(mine.remove(id)).map(SessionLease::closeAsync);
    }

    /** Releases the newest lease that was taken here. */
    public Optional<CompletionStage<ReleaseOutcome>> releaseNewest() {
        return Optional.ofNullable(mine.pollLastEntry())
                .map(entry -> entry.getValue().closeAsync());
    }

    /** Releases all leases that were taken here. */
    public void releaseAll() {
        List<Long> ids = new ArrayList<>(mine.keySet());
        ids.forEach(this::release);
    }

    /** Releases all leases that were taken here, and those still asked for once they come. */
    @Override
    public void close() {
        closed = true;
        releaseAll();
    }

    /** Takes leases away, whoever holds them; each id gets its own answer (rule 22). */
    public Map<Long, LeaseEnd> revoke(Collection<Long> ids, String reason) {
        return acting().revoke(ids, act(reason));
    }

    /**
     * Closes the session: refuses requests, waits for the held leases, then revokes the rest (rule
     * 23).
     *
     * @param drain how long to wait; zero for now
     */
    public CompletionStage<CloseReport> closeSession(Duration drain, String reason) {
        return acting().closeSession(drain, act(reason));
    }

    /** Has the close of a stray tried again (rule 20). */
    public CompletionStage<CloseReport> retryClose(long epoch, String reason) {
        return acting().retryClose(epoch, act(reason));
    }

    /** Takes a stray off the list; tells whether it was on it. */
    public boolean forget(long epoch, String reason) {
        return acting().forget(epoch, act(reason));
    }

    /** Ends the time in which a failure answers all callers without an attempt (rule 8). */
    public void retryNow() {
        acting().retryNow();
    }

    private ServerSessionController acting() {
        return controller.orElseThrow(() -> new IllegalStateException(name + " is only watched"));
    }

    private Act act(String reason) {
        return new Act(operator, reason);
    }

    private Long keep(SessionLease lease) {
        long id = lease.id();
        mine.put(id, lease);
        lease.ended().thenRun(() -> mine.remove(id));
        if (closed) {
            release(id);
        }
        return id;
    }
}
