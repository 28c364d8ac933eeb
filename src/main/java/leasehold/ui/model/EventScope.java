package leasehold.ui.model;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import leasehold.history.EntryList;
import leasehold.history.EntryPages;

/**
 * Where a filter has to look: what lies elsewhere need not be looked through.
 *
 * @param since the earliest time, included; {@link Instant#MIN} if there is none
 * @param until the latest time, excluded; {@link Instant#MAX} if there is none
 * @param lease the only lease, if only one is meant
 * @param run the only run, if only one is meant
 */
record EventScope(Instant since, Instant until, OptionalLong lease, OptionalLong run) {

    /** Everywhere. */
    static final EventScope ALL =
            new EventScope(Instant.MIN, Instant.MAX, OptionalLong.empty(), OptionalLong.empty());

    /** Nowhere. */
    static final EventScope NONE =
            new EventScope(Instant.MAX, Instant.MIN, OptionalLong.empty(), OptionalLong.empty());

    EventScope since(Instant time) {
        return new EventScope(time.isAfter(since) ? time : since, until, lease, run);
    }

    EventScope until(Instant time) {
        return new EventScope(since, time.isBefore(until) ? time : until, lease, run);
    }

    EventScope ofLease(long id) {
        return new EventScope(since, until, OptionalLong.of(id), run);
    }

    EventScope ofRun(long id) {
        return new EventScope(since, until, lease, OptionalLong.of(id));
    }

    /** Returns those of some entries at which to look. */
    EntryList of(EntryPages pages, EntryList all) throws IOException {
        EntryList there = run.isPresent() ? all.ofRun(run.getAsLong()) : all;
        EntryList some = lease.isPresent() ? pages.ofLease(there, lease.getAsLong()) : there;
        boolean always = since.equals(Instant.MIN) && until.equals(Instant.MAX);
        return always ? some : pages.between(some, since, until);
    }
}
