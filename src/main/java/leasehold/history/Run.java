package leasehold.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One uninterrupted recording of one controller. A restart of the program begins another.
 *
 * @param id its number in the file
 * @param controller the controller's name
 * @param started when it began
 * @param end how it ended; empty while it goes on
 */
public record Run(long id, String controller, Instant started, Optional<End> end) {

    /** Checks that nothing is null. */
    public Run {
        Objects.requireNonNull(controller, "controller");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(end, "end");
    }

    /** How a run ends. */
    public enum Ending {
        /** The controller shut down, and its last event is stored. */
        SHUT_DOWN,
        /** The recording was closed while the controller went on. */
        CLOSED,
        /** The program ended without closing, or its disk was gone: the end is not known. */
        CUT
    }

    /**
     * The end of a run.
     *
     * @param ending how it ended
     * @param at when; of a run that was cut, the time of its last entry
     * @param number the number of its last entry
     * @param held how many leases were then held
     * @param sessions how many sessions were then open, or listed as strays
     */
    public record End(Ending ending, Instant at, long number, long held, long sessions) {

        /** Checks that nothing is null. */
        public End {
            Objects.requireNonNull(ending, "ending");
            Objects.requireNonNull(at, "at");
        }
    }
}
