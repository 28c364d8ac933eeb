package leasehold.history;

import java.time.Instant;
import java.util.Objects;
import leasehold.session.SessionEvent;

/** One line of the record. Immutable. */
public sealed interface Entry {

    /**
     * Returns the number of the event; of a gap, the number of the last event that was missed; of a
     * seam, the number after which the record goes on.
     */
    long number();

    /** Returns the wall time; of a gap, when it was noticed; of a seam, when the run began. */
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
     * @param at when it was noticed; of what happened before the recording, when that began
     * @param why where they went
     */
    record Missed(long first, long last, Instant at, Why why) implements Entry {

        /** Why events were missed. */
        public enum Why {
            /** The listener fell behind the controller by more than its ring holds. */
            BEHIND,
            /** They came faster than they could be stored. */
            PACE,
            /** The disk could not be written to. */
            DISK,
            /** The file in which they stood is gone. */
            VANISHED,
            /** They happened before the recording began. */
            UNRECORDED,
            /** They could not be turned into rows: a fault of this program, which logs it. */
            FAULT,
            /** It stands in the file and cannot be read; told by who reads, and never stored. */
            UNREADABLE
        }

        /** Checks the range. */
        public Missed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(why, "why");
            if (first > last) {
                throw new IllegalArgumentException(
                        "the gap %d to %d is empty".formatted(first, last));
            }
        }

        /** Says that a listener fell behind. */
        public Missed(long first, long last, Instant at) {
            this(first, last, at, Why.BEHIND);
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

    /**
     * Here the record of a controller goes on in a new run.
     *
     * @param number the number of the last event before the run
     * @param at when the run began
     * @param former the run before it
     */
    record Seam(long number, Instant at, Run former) implements Entry {

        /** Checks that nothing is null. */
        public Seam {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(former, "former");
        }
    }
}
