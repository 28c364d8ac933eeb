package leasehold.cli;

import java.util.function.LongConsumer;

/** Tells a person at a terminal how many entries are done; says nothing elsewhere. */
final class CountLine implements LongConsumer, AutoCloseable {

    private final Streams streams;
    private final Texts texts;

    CountLine(Streams streams, Texts texts) {
        this.streams = streams;
        this.texts = texts;
    }

    @Override
    public void accept(long count) {
        show(texts.get("progress.entries", count));
    }

    /** Leaves the place for the answer. */
    @Override
    public void close() {
        show("");
    }

    private void show(String line) {
        if (streams.terminal()) {
            streams.err().print(Progress.CLEAR + line);
            streams.err().flush();
        }
    }
}
