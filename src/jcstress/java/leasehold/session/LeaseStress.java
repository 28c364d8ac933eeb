package leasehold.session;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A lease that is looked at, without the lock, while it ends (rules 10, 22). Would catch an end
 * that is not published: a lease that looks active again after it looked ended, or one seen ended
 * before what its holder wrote is seen; and two winners of a release and a revocation. Seen to fail
 * with such a fault: {@code Holding.release} looking at the end before it takes the lock.
 */
public final class LeaseStress {

    private LeaseStress() {}

    /** One releases while another looks twice. */
    @JCStressTest
    @State
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "active, and still active")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "active, then ended")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "ended, and still ended")
    @Outcome(id = "0, 1", expect = Expect.FORBIDDEN, desc = "ended, then active again")
    public static class ReleaseAndLook {

        private final SessionLease lease = Held.lease(new Held().controller);

        @Actor
        public void release() {
            lease.closeAsync();
        }

        @Actor
        public void look(II_Result result) {
            result.r1 = lease.isActive() ? 1 : 0;
            result.r2 = lease.isActive() ? 1 : 0;
        }
    }

    /** Who sees the lease ended sees what its holder wrote before. */
    @JCStressTest
    @State
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "not ended yet")
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "ended, and the work is seen")
    @Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "ended, but the work is not seen")
    public static class ReleasePublishes {

        private final SessionLease lease = Held.lease(new Held().controller);
        private int work;

        @Actor
        public void release() {
            work = 1;
            lease.closeAsync();
        }

        @Actor
        public void look(I_Result result) {
            result.r1 = lease.isActive() ? 0 : 1 + work;
        }
    }

    /** One releases while an operator revokes: one winner, and both are told the same. */
    @JCStressTest
    @State
    @Outcome(
            id = "1, 1",
            expect = Expect.ACCEPTABLE,
            desc = "released, and the operator is told so")
    @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "revoked, and the holder is told so")
    @Outcome(expect = Expect.FORBIDDEN, desc = "two winners, or none")
    public static class ReleaseAndRevoke {

        private final Held held = new Held();
        private final SessionLease lease = Held.lease(held.controller);
        private final long id = lease.id();
        private ReleaseOutcome outcome;
        private LeaseEnd end;

        @Actor
        public void release() {
            outcome = lease.closeAsync().toCompletableFuture().getNow(ReleaseOutcome.DISCONNECTED);
        }

        @Actor
        public void revoke() {
            end = held.controller.revoke(List.of(id), new Act("m", "")).get(id);
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = outcome == ReleaseOutcome.ALREADY_ENDED ? 2 : 1;
            result.r2 = end.kind() == LeaseEnd.Kind.REVOKED ? 2 : 1;
        }
    }

    /** A controller with an open session, whose threads are run by whoever makes it. */
    private static final class Held implements SessionBackend {

        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private final ServerSessionController controller =
                ServerSessionController.over(this)
                        .time(new StillTime())
                        .threads(
                                (_, _, task) -> {
                                    tasks.add(task);
                                    return Thread.currentThread();
                                })
                        .build();
        private final SessionLease keeper = open();

        private SessionLease open() {
            var asked = controller.tryOpenSessionAsync();
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            return asked.join().orElseThrow();
        }

        static SessionLease lease(ServerSessionController controller) {
            return controller.tryOpenSessionAsync().join().orElseThrow();
        }

        @Override
        public BackendSession open(OpenAttempt attempt) {
            return new BackendSession() {
                @Override
                public String id() {
                    return "x";
                }

                @Override
                public Map<String, String> attributes() {
                    return Map.of();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public String toString() {
            return "held by " + keeper;
        }
    }
}
