package leasehold.ui.model;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which events somebody wants to see: the filter's words, and its two marks. */
final class EventQuery {

    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty failuresOnly = new SimpleBooleanProperty();
    private final BooleanProperty operatorOnly = new SimpleBooleanProperty();
    private final Runnable changed;
    private boolean setting;

    /**
     * Creates a query for everything.
     *
     * @param changed is run when another is wanted
     */
    EventQuery(Runnable changed) {
        this.changed = changed;
        words.subscribe((_, _) -> tell());
        failuresOnly.subscribe((_, _) -> tell());
        operatorOnly.subscribe((_, _) -> tell());
    }

    StringProperty words() {
        return words;
    }

    BooleanProperty failuresOnly() {
        return failuresOnly;
    }

    BooleanProperty operatorOnly() {
        return operatorOnly;
    }

    /** Tells whether not everything is wanted. */
    boolean narrow() {
        return !words.get().isBlank() || failuresOnly.get() || operatorOnly.get();
    }

    /** Wants what these words say, and nothing else. */
    void set(String wanted) {
        setting = true;
        failuresOnly.set(false);
        operatorOnly.set(false);
        words.set(wanted);
        setting = false;
        tell();
    }

    /** Returns what lets through what is wanted; empty if everything is. */
    Optional<EventFilter> filter(Formats formats) {
        return narrow()
                ? Optional.of(
                        new EventFilter(
                                words.get(), failuresOnly.get(), operatorOnly.get(), formats))
                : Optional.empty();
    }

    private void tell() {
        if (!setting) {
            changed.run();
        }
    }
}
