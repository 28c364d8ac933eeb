package leasehold.ui.model;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import leasehold.monitor.Batch;
import leasehold.monitor.Counters;

/**
 * The pause of a target's tables and details: they and their clocks stand still, save for what
 * comes of the operator's own acts. Record, card and counts go on.
 */
public final class PauseModel {

    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final Words words;
    private final Backlog backlog;
    private Optional<Instant> since = Optional.empty();
    private Optional<Counters> atStart = Optional.empty();

    PauseModel(Words words, Backlog backlog) {
        this.words = words;
        this.backlog = backlog;
        on.subscribe(isOn -> since = isOn ? Optional.of(words.formats().now()) : Optional.empty());
    }

    /** Returns whether the view is paused. */
    public BooleanProperty on() {
        return on;
    }

    /** Returns since when it is paused and what came since; empty if it is not. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Returns how times read that stand still during a pause. */
    Words stopped() {
        return new Words(words.texts(), words.formats().by(new Stopped()));
    }

    /** Returns what of a batch is shown now. */
    Batch through(Batch batch) {
        return on.get() ? backlog.keep(batch) : batch;
    }

    /** Returns what came during the pause, once it has ended. */
    Optional<Batch> missed() {
        return backlog.release();
    }

    void tick(Counters now) {
        if (!on.get()) {
            atStart = Optional.empty();
            text.set("");
        } else {
            text.set(said(atStart.orElse(now), now));
            atStart = atStart.or(() -> Optional.of(now));
        }
    }

    private String said(Counters before, Counters now) {
        long came = now.ledger().granted() - before.ledger().granted();
        long stayed = now.ledger().held() - before.ledger().held();
        return words.texts()
                .get(
                        "pause.banner",
                        words.formats().clock(since.orElseGet(words.formats()::now)),
                        now.events() - before.events(),
                        came,
                        came - stayed);
    }

    /** The time in the view: stands still during a pause. */
    private final class Stopped extends Clock {

        @Override
        public Instant instant() {
            return since.orElseGet(words.formats()::now);
        }

        @Override
        public ZoneId getZone() {
            return words.formats().clock().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the view has one zone");
        }
    }
}
