package leasehold.ui.model;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import leasehold.monitor.OperatorActs;
import leasehold.session.LeaseRequest;

/** Leases that are to be acquired: under which name, what for, for how long, and how many. */
public final class AcquireModel {

    /** The most leases that are acquired at once. */
    public static final int MOST = 100;

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*([smh])");

    private final TargetModel target;
    private final StringProperty client = new SimpleStringProperty(OperatorActs.CLIENT);
    private final StringProperty purpose = new SimpleStringProperty("");
    private final StringProperty expiry = new SimpleStringProperty("");
    private final IntegerProperty count = new SimpleIntegerProperty(1);

    /** Creates the question. */
    public AcquireModel(TargetModel target) {
        this.target = target;
    }

    /** Returns the client's name. */
    public StringProperty client() {
        return client;
    }

    /** Returns what for. */
    public StringProperty purpose() {
        return purpose;
    }

    /** Returns after what time they expire: such as {@code 10m}; empty for never. */
    public StringProperty expiry() {
        return expiry;
    }

    /** Returns how many. */
    public IntegerProperty count() {
        return count;
    }

    /** Returns what is wrong with the expiry; empty if nothing. */
    public StringBinding wrong() {
        return Bindings.createStringBinding(
                () -> ttl().isPresent() ? "" : target.words().texts().get("acquire.expiry.wrong"),
                expiry);
    }

    /** Acquires the leases. */
    public void acquire() {
        LeaseRequest request =
                LeaseRequest.of(client.get().strip())
                        .withPurpose(purpose.get().strip())
                        .withTtl(ttl().orElseThrow());
        for (int i = 0; i < count.get(); i++) {
            target.acts().acquire(request);
        }
    }

    private Optional<Duration> ttl() {
        String text = expiry.get().strip();
        if (text.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration ttl =
                switch (matcher.group(2)) {
                    case "h" -> Duration.ofHours(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofSeconds(number);
                };
        return Optional.of(ttl).filter(time -> time.isPositive() && time.compareTo(LONGEST) <= 0);
    }
}
