package leasehold.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Tells a person how many entries are done: by a bar on a terminal, by a line now and then
 * elsewhere.
 */
final class CountLine implements LongConsumer, AutoCloseable {

    private static final long UNKNOWN = -1;
    private static final long APART = Duration.ofSeconds(5).toNanos();

    private final Streams streams;
    private final Texts texts;
    private final long all;
    private final LongSupplier nanos;
    private long told;

    /**
     * Begins to tell.
     *
     * @param all how many there are to do
     */
    CountLine(Streams streams, Texts texts, long all) {
        this(streams, texts, all, System::nanoTime);
    }

    /** Begins to tell of nobody knows how many. */
    CountLine(Streams streams, Texts texts) {
        this(streams, texts, UNKNOWN);
    }

    /** Begins to tell, by a clock. */
    CountLine(Streams streams, Texts texts, long all, LongSupplier nanos) {
        this.streams = streams;
        this.texts = texts;
        this.all = all;
        this.nanos = nanos;
        told = nanos.getAsLong();
    }

    @Override
    public void accept(long count) {
        if (streams.terminal()) {
            show(bar(count) + line(count));
        } else if (nanos.getAsLong() - told >= APART) {
            told = nanos.getAsLong();
            streams.err().println(line(count));
        }
    }

    /** Leaves the place for the answer. */
    @Override
    public void close() {
        if (streams.terminal()) {
            show("");
        }
    }

    private String bar(long count) {
        return all == UNKNOWN ? "" : Progress.bar(part(count)) + " ";
    }

    private String line(long count) {
        if (all == UNKNOWN) {
            return texts.get("progress.soFar", count);
        }
        String percent = String.format(Locale.ROOT, "%d %%", (int) (part(count) * 100));
        return texts.get("progress.entries", percent, count);
    }

    private double part(long count) {
        return all == 0 ? 1 : Math.clamp(count / (double) all, 0, 1);
    }

    private void show(String line) {
        streams.err().print(Progress.CLEAR + line);
        streams.err().flush();
    }
}
