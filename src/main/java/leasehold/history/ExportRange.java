package leasehold.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a record is exported.
 *
 * @param from the earliest time, included; empty for all from the beginning
 * @param until the latest time, excluded; empty for all to the end
 */
public record ExportRange(Optional<Instant> from, Optional<Instant> until) {

    /** Everything. */
    public static final ExportRange ALL = new ExportRange(Optional.empty(), Optional.empty());

    /** Checks the order. */
    public ExportRange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            throw new IllegalArgumentException(
                    "from is %s; allowed is until, %s, and before"
                            .formatted(from.get(), until.get()));
        }
    }

    /** Tells whether it is everything. */
    boolean all() {
        return from.isEmpty() && until.isEmpty();
    }

    long fromNanos() {
        return from.map(Times::nanos).orElse(Long.MIN_VALUE);
    }

    long untilNanos() {
        return until.map(Times::nanos).orElse(Long.MAX_VALUE);
    }
}
