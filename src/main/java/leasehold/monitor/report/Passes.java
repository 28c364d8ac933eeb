package leasehold.monitor.report;

import java.util.function.LongConsumer;

/**
 * Tells how much of a record is read for a report. Each controller is read in several passes, which
 * count alike: a part of its entries is done when as large a part of the passes is. For one thread.
 */
final class Passes {

    /** How many passes there are for a controller. */
    static final int EACH = 5;

    private static final int STEP = 1_000;

    private final LongConsumer progress;
    private long before;
    private long entries;
    private int over;
    private long seen;

    /** Tells how many entries are done with. */
    Passes(LongConsumer progress) {
        this.progress = progress;
    }

    /** Begins with the next controller, which has so many entries. */
    void begin(long count) {
        before += entries;
        entries = count;
        over = 0;
        seen = 0;
    }

    /** Sees an entry in a pass that looks at many. */
    void see() {
        if (++seen % STEP == 0) {
            tell();
        }
    }

    /** Ends a pass. */
    void end() {
        over++;
        seen = 0;
        tell();
    }

    private void tell() {
        progress.accept(before + (entries * over + Math.min(seen, entries)) / EACH);
    }
}
