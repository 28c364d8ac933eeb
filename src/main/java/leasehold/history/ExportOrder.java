package leasehold.history;

import java.util.Objects;
import java.util.Optional;

/**
 * What of a record is exported, and in which form. Immutable.
 *
 * @param format the form
 * @param range from when to when; of a recording, whole runs of numbers that begin and end in it
 * @param controller the controller's name; empty for all
 * @param selection which entries; all of them for a report and for a recording
 * @param hidden whether hosts and users are hidden behind {@link Pseudonyms}
 */
public record ExportOrder(
        ExportFormat format,
        ExportRange range,
        Optional<String> controller,
        ExportSelection selection,
        boolean hidden) {

    /**
     * Checks what is ordered.
     *
     * @throws IllegalArgumentException if entries are picked for a form that has all of them
     */
    public ExportOrder {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(controller, "controller");
        if (!selection.equals(ExportSelection.EVERYTHING) && !format.takesSelection()) {
            throw new IllegalArgumentException(
                    "format is %s; allowed with a selection is CSV or JSON_LINES"
                            .formatted(format));
        }
    }

    /** Orders all of a record, with its names. */
    public static ExportOrder of(ExportFormat format) {
        return new ExportOrder(
                format, ExportRange.ALL, Optional.empty(), ExportSelection.EVERYTHING, false);
    }

    /** Returns the same for a part of the time. */
    public ExportOrder within(ExportRange other) {
        return new ExportOrder(format, other, controller, selection, hidden);
    }

    /** Returns the same for one controller. */
    public ExportOrder ofController(String name) {
        return new ExportOrder(format, range, Optional.of(name), selection, hidden);
    }

    /** Returns the same for some entries. */
    public ExportOrder selecting(ExportSelection other) {
        return new ExportOrder(format, range, controller, other, hidden);
    }

    /** Returns the same with hosts and users hidden, or not. */
    public ExportOrder hiding(boolean names) {
        return new ExportOrder(format, range, controller, selection, names);
    }

    /** Tells whether it is all of a record as it stands. */
    boolean all() {
        return range.all() && controller.isEmpty() && !hidden;
    }
}
