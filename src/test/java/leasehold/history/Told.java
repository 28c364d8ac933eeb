package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;

/** A store that a test tells of a controller, event by event; whatever was told is stored. */
public final class Told implements AutoCloseable {

    private final HistoryStore store;
    private final String controller;
    private Recording recording;

    /** Opens a store in which nothing is told yet. */
    public Told(Path file, String controller) throws IOException {
        this.controller = controller;
        store = HistoryStore.open(file);
        recording = store.recording(controller);
    }

    /** Returns the store. */
    public HistoryStore store() {
        return store;
    }

    /** Returns what is told; what it is told is stored at the next flush. */
    SessionListener listener() {
        return recording.listener();
    }

    /** Tells of events. */
    public void tell(List<SessionEvent> events) {
        events.forEach(recording.listener()::onEvent);
        flush();
    }

    /** Tells that events were missed. */
    public void miss(long first, long last) {
        recording.listener().onGap(first, last);
        flush();
    }

    /** Begins another run of the same controller. */
    public void restart() {
        recording.close();
        recording = store.recording(controller);
    }

    /** Keeps so many of the newest entries, from now on. */
    public void keep(long entries) {
        store.retain(Retention.everything().withEntries(entries));
        flush();
    }

    @Override
    public void close() {
        store.close();
    }

    private void flush() {
        try {
            store.flush();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
