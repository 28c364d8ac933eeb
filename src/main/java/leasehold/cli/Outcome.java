package leasehold.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import leasehold.session.Ledger;

/** What came of a run: a number for every {@link Quantity}. Immutable. */
final class Outcome {

    private final Map<Quantity, Long> counts;
    private final Ledger ledger;

    /**
     * Creates an outcome.
     *
     * @param ledger what became of every lease
     * @param seen the quantities that the ledger does not tell
     */
    Outcome(Ledger ledger, Map<Quantity, Long> seen) {
        this.ledger = ledger;
        counts = new EnumMap<>(seen);
        counts.put(Quantity.GRANTED, ledger.granted());
        counts.put(Quantity.RELEASED, ledger.released());
        counts.put(Quantity.UNCLAIMED, ledger.unclaimed());
        counts.put(Quantity.REVOKED, ledger.revoked());
        counts.put(Quantity.EXPIRED, ledger.expired());
        counts.put(Quantity.ABANDONED, ledger.abandoned());
        counts.put(Quantity.LOST, ledger.lost());
        counts.put(Quantity.HELD, ledger.held());
    }

    long of(Quantity quantity) {
        return Objects.requireNonNull(counts.get(quantity), quantity::word);
    }

    /** Tells whether every lease is accounted for. */
    boolean balanced() {
        return ledger.balanced();
    }
}
