package leasehold.ui.model;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The session that is to be closed: with time for its holders, or now. */
public final class CloseModel {

    /** The longest time for holders, in seconds. */
    public static final int LONGEST_SECONDS = 3_600;

    private final TargetModel target;
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanProperty now = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> seconds = new SimpleObjectProperty<>(30);

    /**
     * Creates the question.
     *
     * @param atOnce whether closing now is proposed
     */
    public CloseModel(TargetModel target, boolean atOnce) {
        this.target = target;
        now.set(atOnce);
    }

    /** Says who holds the session. */
    public String held() {
        long leases = target.status().counters().get().ledger().held();
        long clients =
                target.leases().rows().stream()
                        .filter(row -> row.lease().held())
                        .map(row -> row.lease().client())
                        .distinct()
                        .count();
        return target.words()
                .texts()
                .get(leases == 0 ? "close.heldNone" : "close.held", leases, clients);
    }

    /** Returns whether to close now. */
    public BooleanProperty now() {
        return now;
    }

    /** Returns how many seconds the holders have. */
    public ObjectProperty<Integer> seconds() {
        return seconds;
    }

    /** Says so if it may not be done at all, and tells it. */
    public boolean refused() {
        return target.refused();
    }

    /** Returns the operator's reason. */
    public StringProperty reason() {
        return reason;
    }

    /** Closes the session, and says what came of it once it is so. */
    public void close() {
        Duration drain = now.get() ? Duration.ZERO : Duration.ofSeconds(seconds.get());
        target.target()
                .acts()
                .closeSession(drain, reason.get().strip())
                .thenAccept(
                        report ->
                                target.later(
                                        () -> {
                                            String key =
                                                    report.failure().isPresent()
                                                            ? "notice.unclosed"
                                                            : "notice.closed";
                                            target.say(
                                                    key, report.epoch(), report.revoked().size());
                                        }));
    }
}
