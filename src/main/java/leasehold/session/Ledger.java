package leasehold.session;

/**
 * What became of every lease ever granted. In every snapshot, {@code granted} equals the sum of all
 * others (rule 27).
 *
 * @param granted leases granted
 * @param released given back by their holders
 * @param unclaimed granted at the instant their askers had given up
 * @param revoked taken away
 * @param expired ended by their time to live
 * @param abandoned collected without release, and reclaimed
 * @param lost ended with their session
 * @param held not ended
 */
public record Ledger(
        long granted,
        long released,
        long unclaimed,
        long revoked,
        long expired,
        long abandoned,
        long lost,
        long held) {

    /** Tells whether the sum is right. */
    public boolean balanced() {
        return granted == released + unclaimed + revoked + expired + abandoned + lost + held;
    }
}
