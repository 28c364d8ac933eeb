package leasehold.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import leasehold.backend.SessionBackend;
import leasehold.session.Failure;
import leasehold.session.LeaseRequest;
import leasehold.session.RetryPolicy;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import leasehold.session.SessionUnavailableException;
import leasehold.ui.model.Connector.Outcome;

/** Opens a session and closes it again, on a thread of its own, and tells what came of it. */
final class TryOut {

    private static final String UNCLOSED = "the session was opened, but its close did not return";
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Executor fx;
    private final Consumer<? super Outcome> done;
    private final Thread thread;
    private boolean cancelled;

    private TryOut(SessionBackend backend, Executor fx, Consumer<? super Outcome> done) {
        this.fx = fx;
        this.done = done;
        thread = Thread.ofVirtual().name("leasehold-test").unstarted(() -> run(backend));
    }

    /**
     * Starts.
     *
     * @param done runs on the toolkit's thread, unless it was cancelled there before
     */
    static TryOut start(SessionBackend backend, Executor fx, Consumer<? super Outcome> done) {
        TryOut started = new TryOut(backend, fx, done);
        started.thread.start();
        return started;
    }

    /** Aborts what is under way, and tells nothing. On the toolkit's thread. */
    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    private void run(SessionBackend backend) {
        long start = System.nanoTime();
        Optional<String> failure = failure(backend);
        Outcome outcome = new Outcome(failure, Duration.ofNanos(System.nanoTime() - start));
        fx.execute(
                () -> {
                    if (!cancelled) {
                        done.accept(outcome);
                    }
                });
    }

    private static Optional<String> failure(SessionBackend backend) {
        SessionPolicy policy =
                SessionPolicy.builder().retry(RetryPolicy.none()).openTimeout(LONGEST).build();
        try (ServerSessionController controller =
                        ServerSessionController.over(backend).name("test").policy(policy).build();
                SessionLease lease = controller.openSession(LeaseRequest.of("test"))) {
            lease.close();
            return controller.snapshot().strays().stream()
                    .findFirst()
                    .map(stray -> stray.failure().map(Failure::text).orElse(UNCLOSED));
        } catch (SessionUnavailableException e) {
            return Optional.of(e.failure().text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
