package leasehold.ui.model;

import leasehold.history.Place;

/** Where a link leads within the window. */
public sealed interface Link {

    /** Stands for the run that goes on. */
    long PRESENT = 0;

    /** To a lease that is in view. */
    record ToLease(long id) implements Link {}

    /**
     * To a session that is in view.
     *
     * @param run its run; {@link #PRESENT} for the one that goes on
     */
    record ToSession(long run, long epoch) implements Link {}

    /** To an event. */
    record ToEvent(Place place) implements Link {}

    /**
     * To the events that a filter lets through.
     *
     * @param filter the words of the filter
     * @param of whose events they are
     * @param run the run of which they are; {@link #PRESENT} for the one that goes on
     */
    record ToEvents(String filter, String of, long run) implements Link {

        /** Returns the way to all events of a lease. */
        public static ToEvents ofLease(long run, long id) {
            return new ToEvents("lease:" + id, "L-" + id, run);
        }

        /** Returns the way to all events of a session. */
        public static ToEvents ofSession(long run, long epoch) {
            return new ToEvents("session:" + epoch, "#" + epoch, run);
        }
    }
}
