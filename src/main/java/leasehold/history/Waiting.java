package leasehold.history;

import java.time.Duration;

/**
 * What waits to be stored, told without asking the disk.
 *
 * @param events how many events wait
 * @param still for how long nothing was stored although something waited; zero if nothing waits
 * @param missed how many events found no room to wait in that time
 */
public record Waiting(long events, Duration still, long missed) {

    /** Nothing waits. */
    public static final Waiting NONE = new Waiting(0, Duration.ZERO, 0);
}
