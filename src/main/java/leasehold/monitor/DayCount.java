package leasehold.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts what happens in a day, and starts anew at midnight. Confined to the feed's lock. */
final class DayCount {

    private final ZoneId zone;
    private LocalDate day = LocalDate.EPOCH;
    private int count;

    DayCount(ZoneId zone) {
        this.zone = zone;
    }

    void add(Instant at) {
        turn(at);
        count++;
    }

    /** Adds what else is known of a day; no matter if it is over. */
    void remember(Instant at, int more) {
        turn(at);
        if (LocalDate.ofInstant(at, zone).equals(day)) {
            count += more;
        }
    }

    int at(Instant now) {
        turn(now);
        return count;
    }

    private void turn(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        if (date.isAfter(day)) {
            day = date;
            count = 0;
        }
    }
}
