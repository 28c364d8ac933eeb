package leasehold.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A {@link CancellationSource} that is cancelled, listened to and left at the same instant (rule
 * 3). Would catch a callback that is lost between the look at the flag and the registration, one
 * that runs twice, and a registration that is left behind on the token. Seen to fail with such a
 * fault: {@code onCancel} looking at the flag before it adds the registration.
 */
public final class CancellationStress {

    private CancellationStress() {}

    /** One cancels while another registers: the callback runs once, and leaves nothing. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the callback ran once, nothing left")
    @Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "the cancellation was not told")
    @Outcome(id = "2, .*", expect = Expect.FORBIDDEN, desc = "the callback ran twice")
    @Outcome(id = "1, 1", expect = Expect.FORBIDDEN, desc = "a registration was left behind")
    public static class CancelAndRegister {

        private final CancellationSource source = new CancellationSource();
        private final AtomicInteger runs = new AtomicInteger();

        @Actor
        public void cancel() {
            source.cancel();
        }

        @Actor
        public void register() {
            source.token().onCancel(runs::incrementAndGet);
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = runs.get();
            result.r2 = source.registered();
        }
    }

    /** Two cancel: the callback runs once. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the callback ran once, nothing left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the callback did not run exactly once")
    public static class CancelTwice {

        private final CancellationSource source = new CancellationSource();
        private final AtomicInteger runs = new AtomicInteger();

        public CancelTwice() {
            source.token().onCancel(runs::incrementAndGet);
        }

        @Actor
        public void one() {
            source.cancel();
        }

        @Actor
        public void other() {
            source.cancel();
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = runs.get();
            result.r2 = source.registered();
        }
    }

    /** One cancels while another leaves: at most once, and nothing is left. */
    @JCStressTest
    @State
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "left before it was cancelled")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "cancelled before it was left")
    @Outcome(expect = Expect.FORBIDDEN, desc = "told twice, or a registration was left behind")
    public static class CancelAndClose {

        private final CancellationSource source = new CancellationSource();
        private final AtomicInteger runs = new AtomicInteger();
        private final Subscription subscription = source.token().onCancel(runs::incrementAndGet);

        @Actor
        public void cancel() {
            source.cancel();
        }

        @Actor
        public void close() {
            subscription.close();
        }

        @Arbiter
        public void look(II_Result result) {
            result.r1 = runs.get();
            result.r2 = source.registered();
        }
    }

    /** Who is told sees the token cancelled, and what was written before the cancellation. */
    @JCStressTest
    @State
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "not cancelled yet")
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "cancelled, and the reason is seen")
    @Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "cancelled, but the reason is not seen")
    public static class CancelPublishes {

        private final CancellationSource source = new CancellationSource();
        private int reason;

        @Actor
        public void cancel() {
            reason = 1;
            source.cancel();
        }

        @Actor
        public void look(I_Result result) {
            result.r1 = source.token().isCancelled() ? 1 + reason : 0;
        }
    }
}
