package leasehold.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import leasehold.backend.SessionLostException;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * The whole controller: its own threads and timers are steps that any thread may take. In the end
 * everything is brought to rest, and must hold.
 */
public class ShellWhole {

    private static final Act ACT = new Act("m", "");

    private final QueuedShell shell = new QueuedShell();
    private final ServerSessionController controller =
            shell.start(
                    policy ->
                            policy.linger(Duration.ofSeconds(1))
                                    .maxLeases(2)
                                    .maxWaiting(2)
                                    .reopen(true));
    private final Recorder recorder = new Recorder();
    private final Queue<CompletableFuture<Optional<SessionLease>>> asked =
            new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();

    public ShellWhole() {
        controller.subscribe(recorder);
        shell.runAll();
    }

    @Operation
    public void acquire() {
        asked.add(controller.tryOpenSessionAsync(LeaseRequest.of("a").withOnReattached(_ -> {})));
    }

    @Operation
    public void acquireForAWhile() {
        asked.add(
                controller.tryOpenSessionAsync(
                        LeaseRequest.of("b").withTtl(Duration.ofMillis(700))));
    }

    @Operation
    public void cancel() {
        asked.forEach(future -> future.cancel(false));
    }

    @Operation
    public void release() {
        asked.stream().flatMap(ShellWhole::granted).findFirst().ifPresent(SessionLease::closeAsync);
    }

    @Operation
    public void revoke() {
        asked.stream()
                .flatMap(ShellWhole::granted)
                .reduce((_, last) -> last)
                .ifPresent(lease -> controller.revoke(List.of(lease.id()), ACT));
    }

    @Operation
    public void lose() {
        if (!shell.backend.attempts().isEmpty()) {
            shell.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        }
    }

    @Operation
    public void nextCloseFails() {
        shell.backend.onClose(
                () -> {
                    throw new IOException("no");
                });
    }

    @Operation
    public void nextOpenFails() {
        shell.backend.onOpen(
                () -> {
                    throw new IOException("no");
                });
    }

    /** A thread of the controller comes to run. */
    @Operation
    public void step() {
        guarded(shell::runNext);
    }

    /** All of them do. */
    @Operation
    public void rest() {
        guarded(shell::runAll);
    }

    /** A timer fires. */
    @Operation
    public void pass() {
        Runnable due = shell.time.takeDue(Long.MAX_VALUE);
        if (due != null) {
            guarded(due);
        }
    }

    @Operation
    public void drain() {
        controller.closeSession(Duration.ofSeconds(1), ACT);
    }

    @Operation(runOnce = true)
    public void shutdown() {
        controller.shutdown(Duration.ofSeconds(2));
    }

    /** Brings everything to rest, and checks that all holds. */
    @Validate
    public void check() {
        require(controller.snapshot().ledger().balanced(), "a balanced ledger");
        shell.runAll();
        CompletableFuture<ShutdownReport> over =
                controller.shutdown(Duration.ZERO).toCompletableFuture();
        shell.runAll();
        Runnable due = shell.time.takeDue(Long.MAX_VALUE);
        while (due != null) {
            due.run();
            shell.runAll();
            due = shell.time.takeDue(Long.MAX_VALUE);
        }
        SessionSnapshot last = controller.snapshot();
        require(over.isDone(), "a shutdown that is told");
        require(last.state() == SessionState.SHUT_DOWN, "SHUT_DOWN instead of " + last.state());
        require(last.ledger().balanced() && last.ledger().held() == 0, "" + last.ledger());
        require(last.waiting() == 0, "nobody who waits");
        require(asked.stream().allMatch(CompletableFuture::isDone), "every request answered");
        require(thrown.isEmpty(), "nothing thrown: " + thrown);
        StateTrail.of(recorder.events());
        require(recorder.events().size() == last.number(), "every event told once");
    }

    private void guarded(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | Error e) {
            thrown.add(e);
        }
    }

    private static java.util.stream.Stream<SessionLease> granted(
            CompletableFuture<Optional<SessionLease>> asked) {
        return asked.isDone() && !asked.isCancelled()
                ? asked.join().stream().filter(SessionLease::isActive)
                : java.util.stream.Stream.empty();
    }

    private static void require(boolean so, String what) {
        if (!so) {
            throw new IllegalStateException("wanted " + what);
        }
    }
}
