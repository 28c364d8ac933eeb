package leasehold.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionPolicy;
import leasehold.session.ShutdownReport;

/**
 * A controller as an operator sees it: under a name, watched, and acted upon; or its past. Safe for
 * use by several threads, as far as its {@link #monitor} is.
 */
public final class Target implements AutoCloseable {

    private static final Duration LINGER = Duration.ofSeconds(5);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);
    private static final Duration LOSS_AFTER = Duration.ofSeconds(15);

    private static final ShutdownReport NOTHING_LEFT =
            new ShutdownReport(Duration.ZERO, List.of(), List.of(), List.of());

    private final String name;
    private final Kind kind;
    private final boolean readOnly;
    private final Optional<ServerSessionController> controller;
    private final Optional<Playback> playback;
    private final SessionMonitor monitor;
    private final OperatorActs acts;

    /** What a target is for. */
    public enum Kind {
        /** Clients may be simulated on it. */
        TEST,
        /** People depend on it. */
        PRODUCTION,
        /** It is the past of a controller, as a record tells it; nothing can be done to it. */
        RECORDING
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
        this.controller = Optional.of(controller);
        playback = Optional.empty();
        monitor = SessionMonitor.of(controller);
        acts = new OperatorActs(controller, operator, readOnly);
    }

    /** Looks at the past of a controller, which somebody plays; every act is refused. */
    public Target(Playback past) {
        readOnly = true;
        name = past.run().controller();
        kind = Kind.RECORDING;
        controller = Optional.empty();
        playback = Optional.of(past);
        monitor = past.monitor();
        acts = OperatorActs.none(name);
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

    /** Returns what is played, if it is the past of a controller. */
    public Optional<Playback> playback() {
        return playback;
    }

    /**
     * Releases the operator's own leases and shuts the controller down; its last events can still
     * be drained. Of the past nothing more is told.
     */
    public CompletionStage<ShutdownReport> shutdown(Duration deadline) {
        acts.releaseAll();
        playback.ifPresent(Playback::close);
        return controller
                .map(living -> living.shutdown(deadline))
                .orElseGet(() -> CompletableFuture.completedStage(NOTHING_LEFT));
    }

    /**
     * Releases the operator's own leases and stops watching; the controller lives on. Idempotent.
     */
    @Override
    public void close() {
        acts.close();
        playback.ifPresent(Playback::close);
        monitor.close();
    }

    @Override
    public String toString() {
        return "target " + name + ", " + kind;
    }
}
