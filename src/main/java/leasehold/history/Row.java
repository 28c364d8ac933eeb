package leasehold.history;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An entry as it stands in table {@code entry}, less its place: what is asked for often is a column
 * of its own, the rest is an object of JSON.
 *
 * @param number its number
 * @param at the wall time
 * @param nanos the monotonic time
 * @param epoch the number of the session; 0 if none
 * @param kind what kind of event it is
 * @param lease the id of the lease; 0 if none
 * @param client the client; empty if none
 * @param took how long that took which it ends, in nanoseconds
 * @param detail the rest
 */
record Row(
        long number,
        Instant at,
        long nanos,
        long epoch,
        EventKind kind,
        long lease,
        String client,
        OptionalLong took,
        String detail) {}
