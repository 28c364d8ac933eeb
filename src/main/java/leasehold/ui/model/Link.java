package leasehold.ui.model;

/** Where a link leads within the window. */
public sealed interface Link {

    /** To a lease that is in view. */
    record ToLease(long id) implements Link {}

    /** To a session that is kept. */
    record ToSession(long epoch) implements Link {}

    /** To an event that is kept. */
    record ToEvent(long number) implements Link {}

    /**
     * To the events that a filter lets through.
     *
     * @param filter the words of the filter
     * @param of whose events they are
     */
    record ToEvents(String filter, String of) implements Link {

        /** Returns the way to all events of a lease. */
        public static ToEvents ofLease(long id) {
            return new ToEvents("lease:" + id, "L-" + id);
        }

        /** Returns the way to all events of a session. */
        public static ToEvents ofSession(long epoch) {
            return new ToEvents("session:" + epoch, "#" + epoch);
        }
    }
}
