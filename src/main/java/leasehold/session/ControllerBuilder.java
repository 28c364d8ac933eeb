package leasehold.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import leasehold.backend.SessionBackend;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ServerSessionController}. Not safe for use by several threads. */
public final class ControllerBuilder {

    private static final int LEAST_RING = 16;
    private static final int MOST_RING = (1 << 22) - 1;

    private final SessionBackend backend;
    private String name = "session";
    private SessionPolicy policy = SessionPolicy.defaults();
    private @Nullable SessionTime time;
    private SessionThreads threads = SessionThreads.ofVirtual();
    private @Nullable RandomGenerator random;
    private CaptureLevel capture = CaptureLevel.OFF;
    private List<String> foreign = List.of();
    private int ring = (1 << 16) - 1;
    private @Nullable Duration onExit;

    ControllerBuilder(SessionBackend backend) {
        this.backend = backend;
    }

    /**
     * Sets the name that events, threads and texts bear; default {@code session}.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ControllerBuilder name(String name) {
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException(
                    "name is '" + name + "'; allowed is a text that is not blank");
        }
        this.name = name;
        return this;
    }

    /** Sets the policy; default {@link SessionPolicy#defaults}. */
    public ControllerBuilder policy(SessionPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets the time to live by; default the machine's, with one timer thread of the controller's
     * own.
     */
    public ControllerBuilder time(SessionTime time) {
        this.time = Objects.requireNonNull(time, "time");
        return this;
    }

    /** Sets what makes threads; default virtual ones. */
    public ControllerBuilder threads(SessionThreads threads) {
        this.threads = Objects.requireNonNull(threads, "threads");
        return this;
    }

    /** Sets the source of jitter. It is used by one thread at a time. */
    public ControllerBuilder random(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random");
        return this;
    }

    /** Sets how much of a caller's stack is kept with a lease; default OFF. */
    public ControllerBuilder capture(CaptureLevel capture) {
        this.capture = Objects.requireNonNull(capture, "capture");
        return this;
    }

    /** Names packages, by prefix, whose frames are never the site of an acquisition (rule 15). */
    public ControllerBuilder foreign(String... prefixes) {
        this.foreign = List.of(prefixes);
        return this;
    }

    /**
     * Sets how many events a listener may fall behind before it misses some, 16 to 4,194,303;
     * default 65,535. Kept only once there is a listener.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public ControllerBuilder ring(int events) {
        Bounds.check("ring", events, LEAST_RING, MOST_RING);
        this.ring = events;
        return this;
    }

    /**
     * Has the controller shut down, by the given deadline, when the JVM exits; default not.
     *
     * @throws IllegalArgumentException if it is negative or longer than 3,650 days
     */
    public ControllerBuilder closeOnExit(Duration deadline) {
        Bounds.check(
                "closeOnExit",
                Objects.requireNonNull(deadline, "closeOnExit"),
                Duration.ZERO,
                Bounds.LONGEST);
        this.onExit = deadline;
        return this;
    }

    /** Returns the controller, with its session closed. */
    public ServerSessionController build() {
        ThisProcess.lookUpOnce();
        SystemTime own = time == null ? new SystemTime(name) : null;
        RandomGenerator chance = random == null ? RandomGenerator.getDefault() : random;
        SessionTime given = own == null ? Objects.requireNonNull(time) : own;
        Shell shell = new Shell(name, policy, given, threads, chance);
        Journal journal = new Journal(shell, ring);
        ExitHook exit = new ExitHook(name);
        Calls calls = new Calls(shell, backend, backend.platformThreads());
        Machine machine =
                new Machine(
                        shell,
                        journal,
                        calls,
                        () -> {
                            exit.remove();
                            if (own != null) {
                                own.close();
                            }
                        });
        if (onExit != null) {
            exit.install(machine, onExit);
        }
        return new ServerSessionController(machine, capture, foreign);
    }
}
