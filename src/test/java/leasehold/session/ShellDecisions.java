package leasehold.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import leasehold.backend.SessionLostException;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/**
 * What the controller decides with its lock held, on an open session with three leases. Nothing
 * runs on the controller's threads, so that each operation is one decision.
 */
@Param(name = "held", gen = IntGen.class, conf = "0:2")
@Param(name = "thread", gen = ThreadIdGen.class)
public class ShellDecisions {

    private static final Duration TTL = Duration.ofMillis(500);
    private static final Act ACT = new Act("m", "");

    private final QueuedShell shell = new QueuedShell();
    private final ServerSessionController controller =
            shell.start(policy -> policy.linger(Duration.ofMinutes(1)).maxLeases(4).maxWaiting(2));
    private final SessionLease[] held = new SessionLease[3];
    private final Map<Integer, Deque<CompletableFuture<Optional<SessionLease>>>> own =
            Map.of(
                    0,
                    new ArrayDeque<>(),
                    1,
                    new ArrayDeque<>(),
                    2,
                    new ArrayDeque<>(),
                    3,
                    new ArrayDeque<>(),
                    4,
                    new ArrayDeque<>());

    public ShellDecisions() {
        for (int i = 0; i < held.length; i++) {
            LeaseRequest request = LeaseRequest.of("held");
            CompletableFuture<Optional<SessionLease>> asked =
                    controller.tryOpenSessionAsync(i == 0 ? request.withTtl(TTL) : request);
            shell.runAll();
            held[i] = asked.join().orElseThrow();
        }
    }

    @Operation
    public String acquire(@Param(name = "thread") int thread) {
        CompletableFuture<Optional<SessionLease>> asked = controller.tryOpenSessionAsync();
        own.get(thread).push(asked);
        if (!asked.isDone()) {
            return "waits";
        }
        return asked.join().isPresent() ? "granted" : "refused";
    }

    @Operation
    public String giveUpOrRelease(@Param(name = "thread") int thread) {
        CompletableFuture<Optional<SessionLease>> last = own.get(thread).poll();
        if (last == null) {
            return "nothing";
        }
        if (!last.isDone()) {
            return "gave up " + last.cancel(false);
        }
        return last.join().map(lease -> said(lease.closeAsync())).orElse("had none");
    }

    @Operation
    public String release(@Param(name = "held") int index) {
        return said(held[index].closeAsync());
    }

    @Operation
    public String revoke(@Param(name = "held") int index) {
        return kinds(controller.revoke(List.of(held[index].id()), ACT).values());
    }

    @Operation
    public boolean isActive(@Param(name = "held") int index) {
        return held[index].isActive();
    }

    @Operation(runOnce = true)
    public void expire() {
        Runnable due = shell.time.takeDue(QueuedShell.START + TTL.toNanos());
        if (due != null) {
            due.run();
        }
    }

    @Operation(runOnce = true)
    public void lose() {
        shell.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
    }

    @Operation(runOnce = true)
    public void shutdown() {
        controller.shutdown(Duration.ofHours(1));
    }

    @Operation
    public String look() {
        SessionSnapshot now = controller.snapshot();
        Ledger ledger = now.ledger();
        return now.state()
                + (" granted " + ledger.granted())
                + (" held " + ledger.held())
                + (" waiting " + now.waiting());
    }

    private static String said(CompletionStage<ReleaseOutcome> outcome) {
        CompletableFuture<ReleaseOutcome> future = outcome.toCompletableFuture();
        return future.isDone() ? future.join().name() : "closing";
    }

    private static String kinds(Collection<LeaseEnd> ends) {
        return String.join(" ", ends.stream().map(end -> end.kind().name()).toList());
    }
}
