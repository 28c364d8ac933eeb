package leasehold.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import leasehold.history.LeaseSpan;

/**
 * Tells what would have happened under another linger: the same clients ask at the same times and
 * hold for as long as they did. Immutable.
 *
 * <p>A client that asks while a session is being opened waits for it, and one that asks while a
 * session is being closed waits for that and for the next opening; both hold from their grant on.
 * Openings do not fail, nothing is revoked or lost, and no quota refuses anybody.
 */
public final class LingerAdvisor {

    /** The lingers of a curve, from none to the longest that is worth showing. */
    public static final List<Duration> LINGERS =
            Stream.of(0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600)
                    .map(Duration::ofSeconds)
                    .toList();

    private final List<LeaseSpan> uses;
    private final Duration opening;
    private final Duration closing;

    /**
     * What would have happened.
     *
     * @param linger the linger that is assumed
     * @param opens how many sessions would have been opened
     * @param openTime for how long a session would have been open, all together
     * @param waiting for how long clients would have waited, all together
     */
    public record Outcome(Duration linger, long opens, Duration openTime, Duration waiting) {

        /** Returns what would have happened in all, under the same linger. */
        Outcome plus(Outcome other) {
            return new Outcome(
                    linger,
                    opens + other.opens,
                    openTime.plus(other.openTime),
                    waiting.plus(other.waiting));
        }
    }

    private LingerAdvisor(List<LeaseSpan> uses, Duration opening, Duration closing) {
        this.uses = uses;
        this.opening = checked("opening", opening);
        this.closing = checked("closing", closing);
    }

    /**
     * Creates an advisor.
     *
     * @param uses the leases, in any order
     * @param opening how long an opening takes, from 0
     * @param closing how long a closing takes, from 0
     */
    public static LingerAdvisor of(Collection<LeaseSpan> uses, Duration opening, Duration closing) {
        List<LeaseSpan> ordered = new ArrayList<>(uses);
        ordered.sort(Comparator.comparingLong(LeaseSpan::askedNanos));
        return new LingerAdvisor(List.copyOf(ordered), opening, closing);
    }

    /** Returns what would have happened under a linger, from 0. */
    public Outcome under(Duration linger) {
        LingerReplay replay = new LingerReplay(linger, opening, closing);
        uses.forEach(replay::take);
        return replay.outcome();
    }

    /** Returns what would have happened under each of {@link #LINGERS}. */
    public List<Outcome> curve() {
        return LINGERS.stream().map(this::under).toList();
    }

    /**
     * Returns the shortest linger that opens at most half as often as the shortest of all, which is
     * returned if there is none.
     *
     * @param outcomes at least one, shortest linger first
     */
    public static Outcome worthwhile(List<Outcome> outcomes) {
        long most = outcomes.getFirst().opens();
        return outcomes.stream()
                .filter(outcome -> outcome.opens() * 2 <= most)
                .findFirst()
                .orElse(outcomes.getFirst());
    }

    /** Returns how many leases there are. */
    public int size() {
        return uses.size();
    }

    /** Returns a duration that is not negative. */
    static Duration checked(String name, Duration value) {
        if (Objects.requireNonNull(value, name).isNegative()) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed is 0 and more".formatted(name, value));
        }
        return value;
    }
}
