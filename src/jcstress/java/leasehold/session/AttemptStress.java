package leasehold.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * An {@link Attempt} that is aborted at the instant its backend registers a hook (rule 4). Would
 * catch a hook that is never run, so that a call deaf to interruption hangs on, and one that is run
 * twice. Seen to fail with such a fault: {@code onAbort} looking at the flag before it sets the
 * hook.
 */
public final class AttemptStress {

    private static final Machine MACHINE = machine();

    private AttemptStress() {}

    /** One aborts while another registers the hook. */
    @JCStressTest
    @State
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the hook ran once")
    @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "the hook was missed")
    @Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "the hook ran twice")
    public static class AbortAndRegister {

        private final Attempt attempt = attempt();
        private final AtomicInteger runs = new AtomicInteger();

        @Actor
        public void abort() {
            attempt.abort();
        }

        @Actor
        public void register() {
            attempt.onAbort(runs::incrementAndGet);
        }

        @Arbiter
        public void look(I_Result result) {
            result.r1 = runs.get();
        }
    }

    /** One aborts while another replaces the hook by a later one, which counts ten. */
    @JCStressTest
    @State
    @Outcome(id = "10", expect = Expect.ACCEPTABLE, desc = "the last hook ran once")
    @Outcome(
            id = "11",
            expect = Expect.ACCEPTABLE,
            desc = "the first ran before it was replaced, the last on being registered")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the last hook was missed, or one ran twice")
    public static class AbortAndReplace {

        private final Attempt attempt = attempt();
        private final AtomicInteger runs = new AtomicInteger();

        public AbortAndReplace() {
            attempt.onAbort(runs::incrementAndGet);
        }

        @Actor
        public void abort() {
            attempt.abort();
        }

        @Actor
        public void replace() {
            attempt.onAbort(() -> runs.addAndGet(10));
        }

        @Arbiter
        public void look(I_Result result) {
            result.r1 = runs.get();
        }
    }

    private static Attempt attempt() {
        return new Attempt(MACHINE, new Opening(MACHINE, 1, null, 0), 1, 0);
    }

    private static Machine machine() {
        SessionBackend backend = new Nothing();
        Shell shell =
                new Shell(
                        "stress",
                        SessionPolicy.defaults(),
                        new StillTime(),
                        (_, _, task) -> Thread.ofPlatform().unstarted(task),
                        RandomGenerator.getDefault());
        return new Machine(
                shell, new Journal(shell, 16), new Calls(shell, backend, false), () -> {});
    }

    /** Never opened. */
    private static final class Nothing implements SessionBackend {
        @Override
        public BackendSession open(OpenAttempt attempt) {
            throw new IllegalStateException("nobody opens");
        }
    }
}
