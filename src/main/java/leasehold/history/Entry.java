package leasehold.history;

import java.time.Instant;
import java.util.Objects;
import leasehold.session.SessionEvent;

/** One line of the record. Immutable. */
public sealed interface Entry {

    /** Returns the number of the event; of a gap, the number of the last event that was missed. */
    long number();

    /** Returns the wall time; of a gap, when it was noticed. */
    Instant at();

    /** Something happened. */
    record Happened(SessionEvent event) implements Entry {

        /** Checks that nothing is null. */
        public Happened {
            Objects.requireNonNull(event, "event");
        }

        @Override
        public long number() {
            return event.number();
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }

    /**
     * Events were missed: no gap is silent (rule 26).
     *
     * @param first the number of the first event that was missed
     * @param last the number of the last
     * @param at when it was noticed
     */
    record Missed(long first, long last, Instant at) implements Entry {

        /** Checks the range. */
        public Missed {
            Objects.requireNonNull(at, "at");
            if (first > last) {
                throw new IllegalArgumentException(
                        "the gap %d to %d is empty".formatted(first, last));
            }
        }

        @Override
        public long number() {
            return last;
        }

        /** Returns how many events were missed. */
        public long count() {
            return last - first + 1;
        }
    }
}
