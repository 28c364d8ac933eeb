package leasehold.history;

import java.util.Objects;

/**
 * What became of a request for a lease.
 *
 * @param client who asked
 * @param askedNanos when, on the monotonic clock of its run
 * @param lastsNanos how long the lease was held; without a lease, how long it was waited for; from
 *     0
 * @param ending how it ended
 */
public record RequestSpan(String client, long askedNanos, long lastsNanos, Ending ending) {

    /** How a request or its lease ended. */
    public enum Ending {
        /**
         * The lease was released by its holder, or taken from it; where its holder released it
         * later, it was held until then.
         */
        RELEASED,
        /** The holder of the lease went without releasing it, as was found so long afterwards. */
        LEFT,
        /** The lease was still held at the end of the record. */
        HELD,
        /** The lease ended in a gap of the record, before which it was held for so long. */
        UNSEEN,
        /** Who asked gave up. */
        GAVE_UP,
        /** The answer is not in the record: who asked waited for it until the end, or a gap. */
        UNANSWERED,
        /** Who asked got nothing, so that nobody knows how long the lease was wanted. */
        REFUSED
    }

    /** Checks the range. */
    public RequestSpan {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(ending, "ending");
        if (lastsNanos < 0) {
            throw new IllegalArgumentException(
                    "lastsNanos is %d; allowed is 0 and more".formatted(lastsNanos));
        }
    }
}
