package leasehold.monitor;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import leasehold.history.HistoryReader;
import leasehold.history.Run;

/**
 * Which runs of a controller are past: those that have ended. Where one of them is shown as if it
 * went on, only those that began before it. Immutable.
 *
 * @param controller the controller's name
 * @param shown the run that is shown as if it went on, as {@link Run#id}; empty if none is
 */
public record FormerRuns(String controller, OptionalLong shown) {

    /** Checks that nothing is null. */
    public FormerRuns {
        Objects.requireNonNull(controller, "controller");
        Objects.requireNonNull(shown, "shown");
    }

    /** Returns all runs of a controller that have ended. */
    public static FormerRuns of(String controller) {
        return new FormerRuns(controller, OptionalLong.empty());
    }

    /** Returns those that began before a run. */
    public FormerRuns before(Run run) {
        return new FormerRuns(controller, OptionalLong.of(run.id()));
    }

    /** Returns them in the order in which they began, whenever they were stored. */
    List<Run> in(HistoryReader reader) throws IOException {
        return reader.runs().stream()
                .takeWhile(run -> shown.isEmpty() || run.id() != shown.getAsLong())
                .filter(run -> run.controller().equals(controller) && run.end().isPresent())
                .toList();
    }
}
