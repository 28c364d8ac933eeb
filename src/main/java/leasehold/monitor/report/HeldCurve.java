package leasehold.monitor.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import leasehold.monitor.Durations;

/**
 * How many leases were held over time, at most, in as many equal parts of it as a chart has room
 * for. Grows while it is told, in the order of time; what is told out of order counts for the
 * newest part.
 */
final class HeldCurve {

    /** How many parts there are. */
    static final int PARTS = 600;

    private final Instant from;
    private final double nanosPerPart;
    private final long[] most = new long[PARTS];
    private int part;
    private long now;

    HeldCurve(Instant from, Instant until) {
        this.from = from;
        nanosPerPart = Math.max(1, Durations.nanos(Duration.between(from, until)) / PARTS);
    }

    /** From now on so many are held; what was before the time that is shown is not. */
    void add(Instant at, long held) {
        goTo(at);
        now = held;
        boolean early = part == 0 && at.isBefore(from);
        most[part] = early ? held : Math.max(most[part], held);
    }

    /** Nothing changes any more. */
    HeldCurve end(Instant at) {
        goTo(at);
        return this;
    }

    /** Returns the most that were held in each part, oldest first. */
    long[] parts() {
        return most.clone();
    }

    /** Returns how many are held at the end. */
    long last() {
        return now;
    }

    /** Returns the most that were ever held. */
    long peak() {
        return Arrays.stream(most).max().orElse(0);
    }

    private void goTo(Instant at) {
        double parts = Durations.nanos(Duration.between(from, at)) / nanosPerPart;
        int to = (int) Math.clamp(parts, 0, PARTS - 1);
        while (part < to) {
            most[++part] = now;
        }
    }
}
