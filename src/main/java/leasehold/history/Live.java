package leasehold.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.StrayInfo;

/**
 * Leases and sessions of one run that have not ended, and where that is said. Applying the same
 * entries again, after a transaction was taken back, comes to the same.
 */
final class Live {

    /** A place that no entry says: only a snapshot does. */
    private static final long SNAPSHOT = 0;

    /** A lease that has not ended. */
    private record Pin(LeaseInfo.State state, long position) {}

    private final Map<Long, Pin> leases = new HashMap<>();
    private final Map<Long, List<Long>> sessions = new HashMap<>();
    private final Set<Long> changedLeases = new HashSet<>();
    private final Set<Long> changedSessions = new HashSet<>();
    private final Set<Long> storedLeases = new HashSet<>();

    /** Returns how many leases are held, or detached. */
    long held() {
        return leases.values().stream()
                .filter(pin -> pin.state() != LeaseInfo.State.WAITING)
                .count();
    }

    /** Returns how many sessions are open or strays. */
    long sessions() {
        return sessions.size();
    }

    /** Takes note of an event and of the position at which it stands. */
    void apply(SessionEvent event, long position) {
        switch (event) {
            case SessionEvent.Requested e -> pin(e.lease(), LeaseInfo.State.WAITING, position);
            case SessionEvent.Granted e -> pin(e.lease(), LeaseInfo.State.HELD, position);
            case SessionEvent.Refused e -> unpin(e.lease());
            case SessionEvent.GaveUp e -> unpin(e.lease());
            case SessionEvent.Ended e -> unpin(e.lease());
            case SessionEvent.Detached e -> restate(e.lease(), LeaseInfo.State.DETACHED);
            case SessionEvent.Reattached e -> restate(e.lease(), LeaseInfo.State.HELD);
            case SessionEvent.Opening e -> put(e.epoch(), List.of(position));
            case SessionEvent.Opened e -> add(e.epoch(), position);
            case SessionEvent.StrayListed e -> put(e.epoch(), List.of(position));
            case SessionEvent.OpenFailed e -> over(e.epoch());
            case SessionEvent.Closed e -> over(e.epoch());
            case SessionEvent.StrayResolved e -> over(e.epoch());
            case SessionEvent.StrayForgotten e -> over(e.epoch());
            default -> {}
        }
    }

    /** Takes over what a snapshot says: after a gap what had been live may have ended. */
    void reset(SessionSnapshot snapshot, List<LeaseInfo> held) {
        Map<Long, Pin> before = Map.copyOf(leases);
        leases.clear();
        for (LeaseInfo lease : held) {
            Pin known = before.get(lease.id());
            boolean same = known != null && known.state() == lease.state();
            leases.put(lease.id(), same ? known : new Pin(lease.state(), SNAPSHOT));
        }
        changedLeases.addAll(before.keySet());
        changedLeases.addAll(leases.keySet());
        changedSessions.addAll(sessions.keySet());
        Set<Long> there = epochs(snapshot);
        sessions.keySet().retainAll(there);
        there.forEach(epoch -> sessions.putIfAbsent(epoch, List.of(SNAPSHOT)));
        changedSessions.addAll(there);
    }

    /** The entries are gone with their file: nothing is stored of what is live. */
    void forgetPlaces() {
        leases.replaceAll((_, pin) -> new Pin(pin.state(), SNAPSHOT));
        sessions.replaceAll((_, _) -> List.of(SNAPSHOT));
        storedLeases.clear();
        changedLeases.addAll(leases.keySet());
        changedSessions.addAll(sessions.keySet());
    }

    /** Nothing is live any more. */
    void clear() {
        leases.clear();
        sessions.clear();
        stored();
    }

    /** Writes what has changed since it was last stored. */
    void write(Pen pen, long run) throws SQLException {
        for (long lease : changedLeases) {
            Pin pin = leases.get(lease);
            if (pin != null) {
                pen.pinLease(run, lease, pin.state().name(), pin.position());
            } else if (storedLeases.contains(lease)) {
                pen.unpinLease(run, lease);
            }
        }
        for (long epoch : changedSessions) {
            pen.pinSession(run, epoch, sessions.getOrDefault(epoch, List.of()));
        }
    }

    /** What was written is committed. */
    void stored() {
        for (long lease : changedLeases) {
            if (leases.containsKey(lease)) {
                storedLeases.add(lease);
            } else {
                storedLeases.remove(lease);
            }
        }
        changedLeases.clear();
        changedSessions.clear();
    }

    private static Set<Long> epochs(SessionSnapshot snapshot) {
        return Stream.concat(
                        snapshot.sessions().stream().map(SessionInfo::epoch),
                        snapshot.strays().stream().map(StrayInfo::epoch))
                .collect(Collectors.toSet());
    }

    private void pin(long lease, LeaseInfo.State state, long position) {
        leases.put(lease, new Pin(state, position));
        changedLeases.add(lease);
    }

    private void restate(long lease, LeaseInfo.State state) {
        if (leases.computeIfPresent(lease, (_, pin) -> new Pin(state, pin.position())) != null) {
            changedLeases.add(lease);
        }
    }

    private void unpin(long lease) {
        leases.remove(lease);
        changedLeases.add(lease);
    }

    private void put(long epoch, List<Long> positions) {
        sessions.put(epoch, positions);
        changedSessions.add(epoch);
    }

    private void add(long epoch, long position) {
        List<Long> positions = new ArrayList<>(sessions.getOrDefault(epoch, List.of()));
        positions.remove(position);
        positions.add(position);
        put(epoch, positions);
    }

    private void over(long epoch) {
        sessions.remove(epoch);
        changedSessions.add(epoch);
    }
}
