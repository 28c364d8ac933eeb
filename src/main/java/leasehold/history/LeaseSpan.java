package leasehold.history;

/**
 * From when to when a lease was wanted.
 *
 * @param askedNanos when it was asked for, on the monotonic clock of its run
 * @param heldNanos for how long it was held, from 0
 */
public record LeaseSpan(long askedNanos, long heldNanos) {

    /** Checks the range. */
    public LeaseSpan {
        if (heldNanos < 0) {
            throw new IllegalArgumentException(
                    "heldNanos is %d; allowed is 0 and more".formatted(heldNanos));
        }
    }
}
