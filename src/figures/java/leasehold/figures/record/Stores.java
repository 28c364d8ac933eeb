package leasehold.figures.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import leasehold.history.HistoryStore;
import leasehold.history.Tape;

/** Fills stores as fast as they take it. */
public final class Stores {

    /** The name of the controller of which they tell. */
    public static final String CONTROLLER = "demo";

    private static final int AT_ONCE = 1_000;
    private static final int MOST_PENDING = 60_000;
    private static final long PAUSE_NANOS = 200_000;

    private Stores() {}

    /**
     * What was stored.
     *
     * @param events how many events
     * @param seconds in how long
     * @param bytes how large the file is when it is closed
     */
    public record Filled(long events, double seconds, long bytes) {

        double rate() {
            return events / seconds;
        }

        Filled of(long size) {
            return new Filled(events, seconds, size);
        }

        double bytesAnEvent() {
            return (double) bytes / events;
        }
    }

    /**
     * Fills a new store.
     *
     * @param held how many leases are held at any time
     * @param more tells by the number of events whether there are more
     * @throws IllegalStateException if any event is missing: a store that leaves some out is fast
     */
    public static Filled fill(Path file, int held, LongPredicate more)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        long events;
        double seconds;
        try (HistoryStore store = HistoryStore.open(file)) {
            Traffic traffic = new Traffic(Tape.record(store, CONTROLLER), held);
            while (more.test(traffic.number())) {
                for (int i = 0; i < AT_ONCE; i++) {
                    traffic.next();
                }
                while (store.status().pending() > MOST_PENDING) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            store.flush();
            seconds = (System.nanoTime() - began) / 1e9;
            events = traffic.number();
            if (store.status().missed() > 0) {
                throw new IllegalStateException(store.status().missed() + " events are missing");
            }
        }
        return new Filled(events, seconds, Files.size(file));
    }

    /** Removes a store and what lies beside it. */
    public static void delete(Path file) throws IOException {
        for (String ending : new String[] {"", "-wal", "-shm", ".lock"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }
}
