package leasehold.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.Act;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.SessionListener;

/** A short tale of people and machines that have names, told to a listener one event a second. */
final class Tale {

    static final Instant START = Instant.parse("2025-06-03T14:00:00Z");
    static final String USER = "m.ivanova";
    static final String HOST = "desk-3.corp.example";
    static final String OPERATOR = "root_admin";

    private static final Holder HOLDER =
            new Holder(USER, HOST, 4711, "worker of " + USER, Optional.empty(), List.of());
    private static final Failure REFUSED =
            new Failure(
                    FailureCategory.UNREACHABLE,
                    "java.net.ConnectException",
                    "desk-3 (" + HOST + "): db-01 refuses M.IVANOVA",
                    Optional.empty(),
                    List.of("caused by " + OPERATOR),
                    List.of());

    private final SessionListener listener;
    private long number;

    Tale(SessionListener listener) {
        this.listener = listener;
    }

    /** Tells one round: 6 events, the last of which is that an operator took the lease. */
    void tell(int session) {
        Instant at = START.plusSeconds(number);
        tell(
                new SessionEvent.Opening(
                        stamp(session), number, "sync-" + HOST, at.plusSeconds(9), 2));
        tell(new SessionEvent.AttemptFailed(stamp(session), 1, REFUSED, 1_000, Optional.empty()));
        tell(
                new SessionEvent.Opened(
                        stamp(session), 2, 2_000, HOST + "/42", Map.of("login", USER)));
        tell(new SessionEvent.Granted(stamp(session), lease(session)));
        long lease = number;
        LeaseEnd end = LeaseEnd.revoked(new Act(OPERATOR, "it hangs on desk-3"));
        tell(new SessionEvent.Ended(stamp(session), lease, "sync-" + HOST, end, 5_000));
        tell(new SessionEvent.Closed(stamp(session), CloseReason.OPERATOR, 3_000, 1, 1));
    }

    private void tell(SessionEvent event) {
        listener.onEvent(event);
    }

    private Stamp stamp(int session) {
        number++;
        return new Stamp(number, START.plusSeconds(number), number * 1_000, session);
    }

    private LeaseInfo lease(int session) {
        Instant at = START.plusSeconds(number);
        return new LeaseInfo(
                number,
                session,
                LeaseInfo.State.HELD,
                "sync-" + HOST,
                HOLDER,
                "the annual balance",
                "for " + USER,
                at,
                Optional.of(at),
                700,
                true,
                Optional.empty(),
                false);
    }
}
