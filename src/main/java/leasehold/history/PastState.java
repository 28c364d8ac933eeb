package leasehold.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/**
 * What a controller was like after one of its events, as far as its record tells. Immutable.
 *
 * @param number the number of the event
 * @param at when it happened
 * @param nanos the same on the monotonic clock
 * @param state the state
 * @param since since when the controller was in that state; empty if the record does not say
 * @param sessions the current session, if any, and those retiring or closing beside it, by epoch
 * @param strays the sessions of calls that outlived their timeouts, by epoch
 * @param drain the closing under way, if any
 * @param leases the leases held, and the requests that waited, by id
 * @param ledger what had become of every lease
 * @param missing how many events are not in the record that might have changed the answer: with 0
 *     it is certain
 */
public record PastState(
        long number,
        Instant at,
        long nanos,
        SessionState state,
        Optional<Instant> since,
        List<Session> sessions,
        List<Long> strays,
        Optional<SessionSnapshot.Drain> drain,
        List<LeaseInfo> leases,
        Ledger ledger,
        long missing) {

    /** Copies the lists. */
    public PastState {
        sessions = List.copyOf(sessions);
        strays = List.copyOf(strays);
        leases = List.copyOf(leases);
    }

    /**
     * A session as it was.
     *
     * @param epoch its number
     * @param phase what was being done with it
     * @param since since when
     * @param askedBy the client whose request caused the opening; empty for a reopening
     * @param openedAt when it was opened; empty before
     * @param serverId the server's name for it; empty before it is open
     */
    public record Session(
            long epoch,
            SessionInfo.Phase phase,
            Instant since,
            String askedBy,
            Optional<Instant> openedAt,
            String serverId) {

        Session in(SessionInfo.Phase next, Instant at) {
            return new Session(epoch, next, at, askedBy, openedAt, serverId);
        }
    }

    /** Returns the leases that were held, or detached, by id. */
    public List<LeaseInfo> held() {
        return leases.stream().filter(lease -> lease.state() != LeaseInfo.State.WAITING).toList();
    }

    /** Returns the session that the state is about; empty if there is none, or none is known. */
    public Optional<Session> current() {
        return sessions.stream()
                .filter(session -> session.phase().name().equals(state.name()))
                .max(Comparator.comparingLong(Session::epoch));
    }

    /** Returns the same with more events missing. */
    PastState missing(long more) {
        return more == 0
                ? this
                : new PastState(
                        number,
                        at,
                        nanos,
                        state,
                        since,
                        sessions,
                        strays,
                        drain,
                        leases,
                        ledger,
                        missing + more);
    }
}
