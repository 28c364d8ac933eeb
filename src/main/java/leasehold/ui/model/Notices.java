package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What came of an act, said for a few seconds. */
public final class Notices {

    private static final Duration STAYS = Duration.ofSeconds(8);

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final Formats formats;
    private Instant until = Instant.MIN;

    Notices(Formats formats) {
        this.formats = formats;
    }

    /** Returns what is said; empty if nothing. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Says something. */
    public void say(String newText) {
        text.set(newText);
        until = formats.wall().plus(STAYS);
    }

    /** Says nothing any more. */
    void clear() {
        text.set("");
    }

    void tick() {
        if (formats.wall().isAfter(until)) {
            text.set("");
        }
    }

    boolean ticking() {
        return !text.get().isEmpty();
    }
}
