package leasehold.history;

import java.time.Instant;
import java.util.List;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionSnapshot;

/** What a recording hands over to be written. */
sealed interface Item {

    /** Returns what it belongs to. */
    Course course();

    /** Returns how many of some items are events. */
    static long events(List<Item> items) {
        return items.stream().filter(Told.class::isInstance).count();
    }

    /** Something happened. */
    record Told(Course course, SessionEvent event) implements Item {}

    /** What a controller is like. */
    record Looked(Course course, SessionSnapshot snapshot, List<LeaseInfo> leases)
            implements Item {}

    /** The recording has ended. */
    record Over(Course course, Instant at) implements Item {}

    /** Events were missed. Grows while the queue is full. */
    final class Hole implements Item {
        private final Course course;
        private final long first;
        private final Instant at;
        private final Entry.Missed.Why why;
        private long last;

        Hole(Course course, long first, Instant at, Entry.Missed.Why why) {
            this.course = course;
            this.first = first;
            this.last = first;
            this.at = at;
            this.why = why;
        }

        @Override
        public Course course() {
            return course;
        }

        Hole growTo(long number) {
            last = number;
            return this;
        }

        Entry.Missed entry() {
            return new Entry.Missed(first, last, at, why);
        }
    }
}
