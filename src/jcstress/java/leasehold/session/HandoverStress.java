package leasehold.session;

import java.util.Map;
import java.util.Optional;
import leasehold.backend.BackendSession;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What is seen across the controller of plain writes on either side (rule 28). Would catch a
 * release or a grant that goes by without the lock's fence. Seen to fail with such a fault: {@link
 * Shell#enter} and {@link Shell#leave} without the lock.
 *
 * <p>The controller's threads run inline, so that nothing but the controller orders the two actors.
 */
public final class HandoverStress {

    private HandoverStress() {}

    private static ServerSessionController controller(BackendSession session, Runnable open) {
        return ServerSessionController.over(
                        _ -> {
                            open.run();
                            return session;
                        })
                .time(new StillTime())
                .threads(
                        (_, _, task) -> {
                            task.run();
                            return Thread.currentThread();
                        })
                .build();
    }

    private static SessionLease take(ServerSessionController controller) {
        return now(controller).orElseThrow();
    }

    private static Optional<SessionLease> now(ServerSessionController controller) {
        return controller.tryOpenSessionAsync().getNow(Optional.empty());
    }

    /** Two holders write, then release; the close reads. */
    @JCStressTest
    @State
    @Outcome(id = "11", expect = Expect.ACCEPTABLE, desc = "the close saw what both had written")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the close missed what a holder had written")
    public static class ReleaseAndClose {

        private int left;
        private int right;
        private int seen;
        private final SessionLease one;
        private final SessionLease other;

        public ReleaseAndClose() {
            ServerSessionController controller =
                    controller(new Plain(() -> seen += left + 10 * right), () -> {});
            one = take(controller);
            other = take(controller);
        }

        @Actor
        public void one() {
            left = 1;
            one.closeAsync();
        }

        @Actor
        public void other() {
            right = 1;
            other.closeAsync();
        }

        @Arbiter
        public void look(I_Result result) {
            result.r1 = seen;
        }
    }

    /** The opening writes; whoever is granted a lease reads. */
    @JCStressTest
    @State
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "it had to wait")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it was granted, and saw the opening")
    @Outcome(expect = Expect.FORBIDDEN, desc = "it was granted, and missed the opening")
    public static class OpenAndGrant {

        private int opened;
        private final ServerSessionController controller =
                controller(new Plain(() -> {}), () -> opened = 1);

        @Actor
        public void opener() {
            now(controller);
        }

        @Actor
        public void joiner(I_Result result) {
            result.r1 = now(controller).isEmpty() ? 0 : opened == 1 ? 1 : 2;
        }
    }

    /** Does something when it is closed. */
    private record Plain(Runnable onClose) implements BackendSession {

        @Override
        public String id() {
            return "plain";
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of();
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
