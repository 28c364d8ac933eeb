package leasehold.session;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Lincheck on the real controller, with doubles of time, threads and backend: operations of two and
 * three threads in any order.
 *
 * <p>{@link ShellDecisions}: what is decided with the lock held is atomic. Would catch a decision
 * that is taken in two sections of the lock, or outside it: a release that looks at the end of a
 * lease before it takes the lock, so that a revocation in between ends the lease twice; a grant
 * beyond the quota; a count that is not lowered with the end of its lease. Seen to fail with such a
 * fault: {@code Holding.release} reading {@code core.end()} before {@code shell.enter()}.
 *
 * <p>{@link ShellWhole}: whatever the order of calls, of the controller's own threads and of
 * timers, the ledger balances, every step between two states is a row of {@link Transitions}, and
 * in the end everybody is answered and no session is left. Would catch an effect that overtakes
 * another, or a late return that finds a state it does not expect. Seen to fail with such a fault:
 * {@code Opening.take} without its look at {@code givenUp()}.
 */
class ShellLincheckTest {

    @Test
    @DisplayName("rules 3, 9, 16, 21, 22: what is decided under the lock is atomic")
    void decisionsAreAtomic() {
        check(new StressOptions(), 12, 300, ShellDecisions.class);
    }

    @Test
    @DisplayName("rules 25, 27: in any order the ledger and the states hold, and all is answered")
    void ledgerAndStatesHold() {
        check(new StressOptions().verifier(EpsilonVerifier.class), 12, 300, ShellWhole.class);
    }

    /**
     * Lincheck takes loops over the leases ended of late for live-lock, unless it is patient. Not
     * among the others, for it steps through what a coverage agent adds, too.
     */
    @Test
    @Tag("steps")
    @DisplayName("rules 3, 9, 16, 21, 22: what is decided under the lock is atomic, step by step")
    void decisionsAreAtomicStepByStep() {
        check(new ModelCheckingOptions().loopBound(1_000), 4, 100, ShellDecisions.class);
    }

    @Test
    @Tag("stress")
    @DisplayName("rules 3, 9, 16, 21, 22: what is decided under the lock is atomic, at length")
    void decisionsAreAtomicAtLength() {
        check(new StressOptions(), 200, 5_000, ShellDecisions.class);
        check(new ModelCheckingOptions().loopBound(1_000), 20, 500, ShellDecisions.class);
    }

    @Test
    @Tag("stress")
    @DisplayName("rules 25, 27: in any order the ledger and the states hold, at length")
    void ledgerAndStatesHoldAtLength() {
        check(new StressOptions().verifier(EpsilonVerifier.class), 300, 5_000, ShellWhole.class);
    }

    private static void check(
            Options<?, ?> options, int iterations, int invocations, Class<?> shell) {
        options.threads(2)
                .actorsPerThread(4)
                .actorsBefore(1)
                .actorsAfter(2)
                .iterations(iterations)
                .invocationsPerIteration(invocations)
                .check(shell);
    }
}
