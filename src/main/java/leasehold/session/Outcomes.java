package leasehold.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The outcomes of a release that are known at once: read-only stages, shared by all who get them.
 */
final class Outcomes {

    static final CompletionStage<ReleaseOutcome> KEPT = of(ReleaseOutcome.KEPT);
    static final CompletionStage<ReleaseOutcome> LINGERING = of(ReleaseOutcome.LINGERING);
    static final CompletionStage<ReleaseOutcome> DISCONNECTED = of(ReleaseOutcome.DISCONNECTED);
    static final CompletionStage<ReleaseOutcome> ALREADY_ENDED = of(ReleaseOutcome.ALREADY_ENDED);

    private Outcomes() {}

    private static CompletionStage<ReleaseOutcome> of(ReleaseOutcome outcome) {
        return CompletableFuture.completedStage(outcome);
    }
}
