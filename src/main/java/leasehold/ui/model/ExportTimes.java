package leasehold.ui.model;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import leasehold.history.ExportRange;

/** From when to when is exported, as an operator types it. */
public final class ExportTimes {

    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final Words words;

    ExportTimes(Words words) {
        this.words = words;
    }

    /** Returns the earliest time; empty for all from the beginning. */
    public StringProperty from() {
        return from;
    }

    /** Returns the time before which it ends; empty for all to the end. */
    public StringProperty until() {
        return until;
    }

    /** Returns what is wrong with the times, as a sentence; empty if nothing. */
    public StringBinding wrong() {
        return Bindings.createStringBinding(this::flaw, from, until);
    }

    /** Returns the range; empty while a time is wrong. */
    Optional<ExportRange> range() {
        return flaw().isEmpty()
                ? Optional.of(new ExportRange(instant(from), instant(until)))
                : Optional.empty();
    }

    private String flaw() {
        for (StringProperty time : new StringProperty[] {from, until}) {
            if (!time.get().isBlank() && instant(time).isEmpty()) {
                return words.texts().get("export.time.wrong", time.get().strip());
            }
        }
        boolean backwards =
                instant(from)
                        .filter(begin -> instant(until).filter(begin::isAfter).isPresent())
                        .isPresent();
        return backwards ? words.texts().get("export.time.backwards", until.get(), from.get()) : "";
    }

    private Optional<Instant> instant(StringProperty time) {
        return TypedTime.of(time.get().strip(), words.formats());
    }
}
