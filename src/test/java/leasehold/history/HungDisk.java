package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** A store on a disk that answers at will, by a clock that a test turns; four events may wait. */
public final class HungDisk implements Options.Fault, AutoCloseable {

    private static final int ROOM = 4;

    private final Semaphore answers = new Semaphore(1);
    private final HandClock clock = new HandClock(Instant.parse("2025-06-03T12:00:00Z"));
    private final HistoryStore store;
    private final Made made;

    /** Opens a store whose disk answers, and in which a controller is recorded. */
    public HungDisk(Path file) throws IOException, InterruptedException {
        Options options = Options.usual().withFault(this).withCapacity(ROOM);
        store = HistoryStore.open(file, options.withClock(clock));
        made = new Made(store.recording("demo").listener());
        store.flush();
    }

    /** Returns the store. */
    public HistoryStore store() {
        return store;
    }

    /** Has so much happen. */
    public void tell(int events) {
        made.resume(events);
    }

    /** From now on it does not answer. */
    public void hang() throws InterruptedException {
        answers.acquire();
    }

    /** It answers again, and what waits is stored. */
    public void answer() throws InterruptedException {
        answers.release();
        store.flush();
    }

    /** Has time pass. */
    public void pass(Duration by) {
        clock.turn(by);
    }

    @Override
    public void before(Connection connection) {
        answers.acquireUninterruptibly();
        answers.release();
    }

    @Override
    public void close() {
        store.close();
    }
}
