package leasehold.session;

import java.util.Optional;

/** Why a session is closed, by whose lease or by whose act. */
record CloseCause(CloseReason reason, String client, Optional<Act> by) {

    static CloseCause of(CloseReason reason) {
        return new CloseCause(reason, "", Optional.empty());
    }

    static CloseCause of(CloseReason reason, LeaseCore last) {
        return new CloseCause(reason, last.request.client(), Optional.empty());
    }

    static CloseCause of(Act by) {
        return new CloseCause(CloseReason.OPERATOR, "", Optional.of(by));
    }

    SessionEvent closing(SessionEvent.Stamp stamp) {
        return new SessionEvent.Closing(stamp, reason, client, by);
    }
}
