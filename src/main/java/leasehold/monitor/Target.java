package leasehold.monitor;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionPolicy;
import leasehold.session.ShutdownReport;

/**
 * A controller as an operator sees it: under a name, watched, and acted upon. Safe for use by
 * several threads, as far as its {@link #monitor} is.
 */
public final class Target implements AutoCloseable {

    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);
    private static final Duration LOSS_AFTER = Duration.ofSeconds(15);

    private final String name;
    private final Kind kind;
    private final boolean readOnly;
    private final ServerSessionController controller;
    private final SessionMonitor monitor;
    private final OperatorActs acts;

    /** What a target is for. */
    public enum Kind {
        /** Clients may be simulated on it. */
        TEST,
        /** People depend on it. */
        PRODUCTION
    }

    /**
     * Starts watching a controller.
     *
     * @param operator who acts here, as it stands in the events
     */
    public Target(String name, Kind kind, ServerSessionController controller, String operator) {
        this(name, kind, controller, operator, false);
    }

    /**
     * Starts watching a controller.
     *
     * @param operator who acts here, as it stands in the events
     * @param readOnly whether every act is refused
     */
    public Target(
            String name,
            Kind kind,
            ServerSessionController controller,
            String operator,
            boolean readOnly) {
        this.readOnly = readOnly;
        this.name = name;
        this.kind = kind;
        this.controller = controller;
        monitor = SessionMonitor.of(controller);
        acts = new OperatorActs(controller, operator, readOnly);
    }

    /**
     * Returns the rules by which an operator's targets keep their sessions, so that the same
     * clients fare the same wherever they are simulated: linger of 5 s, a beat every 5 s, a loss
     * after 15 s of failing beats, and the defaults; they can be changed before they are built.
     */
    public static SessionPolicy.Builder policy() {
        return SessionPolicy.builder().linger(LINGER).keepAlive(KEEP_ALIVE).lossAfter(LOSS_AFTER);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns what it is for. */
    public Kind kind() {
        return kind;
    }

    /** Tells whether it is only watched: then every act is refused. */
    public boolean readOnly() {
        return readOnly;
    }

    /** Returns what is known of it. */
    public SessionMonitor monitor() {
        return monitor;
    }

    /** Returns what can be done to it. */
    public OperatorActs acts() {
        return acts;
    }

    /**
     * Releases the operator's own leases and shuts the controller down; its last events can still
     * be drained.
     */
    public CompletionStage<ShutdownReport> shutdown(Duration deadline) {
        acts.releaseAll();
        return controller.shutdown(deadline);
    }

    /**
     * Releases the operator's own leases and stops watching; the controller lives on. Idempotent.
     */
    @Override
    public void close() {
        acts.close();
        monitor.close();
    }

    @Override
    public String toString() {
        return "target " + name + ", " + kind;
    }
}
