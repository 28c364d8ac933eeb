package leasehold.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A listener that keeps what it is told, and says it in short words. */
public class Recorder implements SessionListener {

    private final List<SessionEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<SessionSnapshot> snapshots = Collections.synchronizedList(new ArrayList<>());
    private final List<List<LeaseInfo>> leases = Collections.synchronizedList(new ArrayList<>());
    private final List<String> gaps = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> held) {
        snapshots.add(snapshot);
        leases.add(held);
    }

    @Override
    public void onEvent(SessionEvent event) {
        events.add(event);
    }

    @Override
    public void onGap(long first, long last) {
        gaps.add(first + "-" + last);
    }

    /** Returns every event. */
    public List<SessionEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /** Returns the events of one kind. */
    public <E extends SessionEvent> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the kinds of the events, with the session they are about: {@code Opening 1}. */
    public List<String> words() {
        return events().stream()
                .map(event -> event.getClass().getSimpleName() + " " + event.epoch())
                .toList();
    }

    public List<SessionSnapshot> snapshots() {
        synchronized (snapshots) {
            return List.copyOf(snapshots);
        }
    }

    public List<List<LeaseInfo>> leases() {
        synchronized (leases) {
            return List.copyOf(leases);
        }
    }

    public List<String> gaps() {
        synchronized (gaps) {
            return List.copyOf(gaps);
        }
    }
}
