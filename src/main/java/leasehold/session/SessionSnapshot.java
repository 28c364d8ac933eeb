package leasehold.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of a controller at one moment, between two events.
 *
 * @param name the controller's name
 * @param number the number of the last event before it
 * @param at when it was taken
 * @param nanos the same on the monotonic clock
 * @param state the state
 * @param since since when the controller is in that state
 * @param sessions the current session, if any, then those retiring or closing beside it
 * @param strays calls that outlived their timeouts, by epoch
 * @param ledger what became of every lease
 * @param waiting how many requests wait
 * @param drain the closing under way, if any
 * @param hold the failure that answers every caller for now, if any
 * @param tally what is counted without being an event
 */
public record SessionSnapshot(
        String name,
        long number,
        Instant at,
        long nanos,
        SessionState state,
        Instant since,
        List<SessionInfo> sessions,
        List<StrayInfo> strays,
        Ledger ledger,
        int waiting,
        Optional<Drain> drain,
        Optional<Hold> hold,
        Tally tally) {

    /**
     * Requests are refused, and the held leases are waited for.
     *
     * @param until when the rest is revoked
     * @param by who asked for it; empty if the controller shuts down
     */
    public record Drain(Instant until, Optional<Act> by) {}

    /**
     * A failure that answers every caller without an attempt (rule 8).
     *
     * @param until when the next caller makes an attempt again
     * @param failure the failure
     */
    public record Hold(Instant until, Failure failure) {}

    /**
     * What is counted without being an event.
     *
     * @param repeatedReleases releases of a lease that had been released
     * @param lateLosses reports of a loss that came when the session was gone
     */
    public record Tally(long repeatedReleases, long lateLosses) {}

    /** Returns the current session, if there is one: in every state but CLOSED and SHUT_DOWN. */
    public Optional<SessionInfo> current() {
        return state == SessionState.CLOSED || state == SessionState.SHUT_DOWN
                ? Optional.empty()
                : sessions.stream().findFirst();
    }
}
