package leasehold.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.session.SessionInfo.Phase;

/**
 * What is seen of a controller: snapshots, leases, listeners (rules 25 to 27). Takes the lock,
 * unless it says otherwise.
 */
final class Seeing {

    private final Machine machine;
    private final Shell shell;

    Seeing(Machine machine) {
        this.machine = machine;
        this.shell = machine.shell;
    }

    SessionSnapshot snapshot() {
        long nanos = shell.clock.read();
        shell.enter();
        try {
            return snapshot(nanos);
        } finally {
            shell.leave();
        }
    }

    List<LeaseInfo> leases() {
        shell.enter();
        try {
            return held();
        } finally {
            shell.leave();
        }
    }

    ListenerSubscription subscribe(SessionListener listener) {
        Feed feed =
                new Feed(
                        shell,
                        machine.journal,
                        listener,
                        nanos -> new Feed.View(0, snapshot(nanos), held()));
        long nanos = shell.clock.read();
        shell.enter();
        try {
            feed.begin(nanos);
        } finally {
            shell.leave();
        }
        return feed;
    }

    /** Guarded. */
    private List<LeaseInfo> held() {
        List<LeaseInfo> leases = new ArrayList<>(machine.book.held() + machine.asking.waiting());
        machine.book.each(core -> leases.add(core.now()));
        leases.addAll(machine.asking.line());
        return List.copyOf(leases);
    }

    /** Guarded. */
    private SessionSnapshot snapshot(long nanos) {
        return new SessionSnapshot(
                shell.name,
                machine.journal.number(),
                shell.clock.at(nanos),
                nanos,
                machine.state(),
                shell.clock.at(machine.since()),
                sessions(),
                machine.strays.list(),
                machine.book.ledger(),
                machine.asking.waiting(),
                machine.ending.info(),
                machine.asking.hold.info(),
                new SessionSnapshot.Tally(
                        machine.holding.repeatedReleases(), machine.lateLosses()));
    }

    private List<SessionInfo> sessions() {
        List<SessionInfo> sessions = new ArrayList<>();
        Opening opening = machine.opening();
        if (opening != null) {
            sessions.add(info(opening));
        }
        machine.session().ifPresent(session -> sessions.add(info(session)));
        LiveSession retiring = machine.retiring();
        if (retiring != null) {
            sessions.add(info(retiring));
        }
        return sessions;
    }

    private SessionInfo info(Opening opening) {
        Duration abort = shell.policy.abortTimeout();
        long until = opening.givenUp() ? machine.since() + abort.toNanos() : opening.deadline;
        return new SessionInfo(
                opening.epoch,
                opening.givenUp() ? Phase.CLOSING : Phase.OPENING,
                shell.clock.at(machine.since()),
                Optional.of(shell.clock.at(until)),
                opening.client,
                opening.attempts(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                "",
                Map.of());
    }

    private SessionInfo info(LiveSession session) {
        return new SessionInfo(
                session.epoch,
                session.phase(),
                shell.clock.at(session.since()),
                session.until().map(shell.clock::at),
                session.askedBy,
                session.attempt,
                session.openedNanos().map(shell.clock::at),
                session.took(),
                session.held(),
                session.peak(),
                session.granted(),
                session.serverId,
                session.attributes);
    }
}
