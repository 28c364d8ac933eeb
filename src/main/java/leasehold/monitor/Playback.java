package leasehold.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.history.PastState;
import leasehold.history.RecordGoneException;
import leasehold.history.Retelling;
import leasehold.history.Run;
import leasehold.history.Stoppable;
import leasehold.history.StoredEntry;
import leasehold.session.SessionPolicy;

/**
 * The newest run of a controller in a record, told to a monitor as if it happened: at its end the
 * monitor knows what an operator knew when the record ended. Time stands still there.
 *
 * <p>Safe for use by several threads; {@link #play} is for one of them, and is called once.
 */
public final class Playback implements AutoCloseable {

    private final HistoryStore store;
    private final Run run;
    private final Retelling.Extent extent;
    private final Instant end;
    private final Feed feed;
    private final SessionMonitor monitor;
    private final Stoppable playing = new Stoppable();
    private volatile long told;
    private volatile boolean over;

    private Playback(
            HistoryStore store, Run run, Retelling.Extent extent, Instant end, ZoneId zone) {
        this.store = store;
        this.run = run;
        this.extent = extent;
        this.end = end;
        SessionPolicy policy = Target.policy().build();
        feed = new Feed(policy, Clock.fixed(end, zone), true);
        monitor = SessionMonitor.of(feed);
    }

    /**
     * Returns the playbacks of all controllers of a record, by their names; none has begun.
     *
     * @param zone tells which day is called today at the end of the record
     * @throws IOException if the record cannot be read, or nothing stands in it
     */
    public static List<Playback> of(HistoryStore store, ZoneId zone) throws IOException {
        try (HistoryReader reader = store.reader()) {
            Map<String, Run> newest = new TreeMap<>();
            reader.runs().forEach(run -> newest.put(run.controller(), run));
            List<Playback> playbacks = new ArrayList<>();
            for (Run run : newest.values()) {
                Retelling retelling = new Retelling(reader, run);
                Retelling.Extent extent = retelling.extent();
                Instant end = retelling.end(extent).orElse(run.started());
                playbacks.add(new Playback(store, run, extent, end, zone));
            }
            if (playbacks.isEmpty()) {
                throw new IOException(store.file() + " is a record in which nothing stands.");
            }
            return playbacks;
        } catch (RuntimeException e) {
            throw new IOException(
                    store.file() + " is a damaged record: its runs cannot be read.", e);
        }
    }

    /** Returns the file. */
    public Path file() {
        return store.file();
    }

    /** Returns the run. */
    public Run run() {
        return run;
    }

    /** Returns when the last event of the run was. */
    public Instant end() {
        return end;
    }

    /** Returns how many entries there are. */
    public long count() {
        return extent.count();
    }

    /** Returns how many of them were told so far. */
    public long told() {
        return told;
    }

    /** Tells whether no more will be told. */
    public boolean over() {
        return over;
    }

    /** Returns what is told. */
    public SessionMonitor monitor() {
        return monitor;
    }

    /**
     * Tells everything, on the calling thread.
     *
     * @throws IOException if the record cannot be read from some entry on; those before were told
     * @throws InterruptedException if it was closed meanwhile
     */
    public void play() throws IOException, InterruptedException {
        try {
            playing.run(this::tell);
        } catch (RecordGoneException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String what = "%s is a damaged record: entry %d of %d cannot be read.";
            throw new IOException(what.formatted(file(), told + 1, extent.count()), e);
        } finally {
            over = true;
        }
    }

    /** Has nothing told any more. Idempotent; does not wait. */
    @Override
    public void close() {
        playing.stop();
    }

    private long tell() throws IOException, InterruptedException {
        try (HistoryReader reader = store.reader()) {
            new Retelling(reader, run).tell(extent, new Told());
            return told;
        }
    }

    /** Passes on what is told, and counts. */
    private final class Told implements Retelling.Listener {

        private long count;

        @Override
        public void state(PastState state) {
            feed.onState(state);
        }

        @Override
        public void entry(StoredEntry stored) {
            feed.onEntry(stored.entry());
            told = ++count;
        }
    }
}
