package leasehold.ui.model;

import java.time.Duration;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import leasehold.session.CloseReport;
import org.jspecify.annotations.Nullable;

/** The session that is to be closed: with time for its holders, or now. */
public final class CloseModel {

    /** The longest time for holders, in seconds. */
    public static final int LONGEST_SECONDS = 3_600;

    private final TargetModel target;
    private final BooleanProperty now = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(30);
    private final BooleanBinding several;
    private final Grounds grounds;

    /**
     * Creates the question.
     *
     * @param atOnce whether closing now is proposed
     */
    public CloseModel(TargetModel target, boolean atOnce) {
        this.target = target;
        now.set(atOnce);
        several = Bindings.createBooleanBinding(() -> leases() > 1, target.status().counters());
        grounds = new Grounds(target.words().texts(), several);
    }

    /** Returns who holds the session, as things stand. */
    public StringBinding held() {
        return Bindings.createStringBinding(this::holders, target.status().counters());
    }

    /** Returns whether to close now. */
    public BooleanProperty now() {
        return now;
    }

    /** Returns how many seconds the holders have. */
    public ObjectProperty<Integer> seconds() {
        return seconds;
    }

    /** Returns the operator's reason. */
    public Grounds grounds() {
        return grounds;
    }

    /** Says so if it may not be done at all, and tells it. */
    public boolean refused() {
        return target.acts().refused();
    }

    /** Closes the session, and says what came of it once it is so. */
    public void close() {
        Duration drain = now.get() ? Duration.ZERO : Duration.ofSeconds(seconds.get());
        Stages.take(
                target.target().acts().closeSession(drain, grounds.said()),
                target::later,
                this::tell);
    }

    String holders() {
        String key = leases() == 0 ? "close.heldNone" : "close.held";
        return target.words().texts().get(key, leases(), target.leases().clients());
    }

    private long leases() {
        return target.status().counters().get().ledger().held();
    }

    private void tell(@Nullable CloseReport report, @Nullable Throwable thrown) {
        if (report == null) {
            target.failed(Objects.requireNonNull(thrown));
            return;
        }
        String key = report.failure().isPresent() ? "notice.unclosed" : "notice.closed";
        target.say(key, report.epoch(), report.revoked().size());
    }
}
