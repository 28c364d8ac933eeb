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
    private final long openNanos;
    private final long closeNanos;

    /**
     * What would have happened.
     *
     * @param linger the linger that is assumed
     * @param opens how many sessions would have been opened
     * @param openTime for how long a session would have been open, all together
     * @param waiting for how long clients would have waited, all together
     */
    public record Outcome(Duration linger, long opens, Duration openTime, Duration waiting) {}

    private LingerAdvisor(List<LeaseSpan> uses, long openNanos, long closeNanos) {
        this.uses = uses;
        this.openNanos = openNanos;
        this.closeNanos = closeNanos;
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
        return new LingerAdvisor(
                List.copyOf(ordered), nanos("opening", opening), nanos("closing", closing));
    }

    /** Returns what would have happened under a linger, from 0. */
    public Outcome under(Duration linger) {
        Replay replay = new Replay(nanos("linger", linger));
        uses.forEach(replay::take);
        replay.close();
        return new Outcome(
                linger,
                replay.opens,
                Duration.ofNanos(replay.openNanosInAll),
                Duration.ofNanos(replay.waitNanos));
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

    private static long nanos(String name, Duration value) {
        if (Objects.requireNonNull(value, name).isNegative()) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed is 0 and more".formatted(name, value));
        }
        return value.toNanos();
    }

    /** The one session at a time: from when it is open, and until when it is held. */
    private final class Replay {
        private final long lingerNanos;
        private long opens;
        private long openNanosInAll;
        private long waitNanos;
        private long readyAt;
        private long heldUntil;
        private long closedAt = Long.MIN_VALUE;

        Replay(long lingerNanos) {
            this.lingerNanos = lingerNanos;
        }

        void take(LeaseSpan use) {
            if (opens == 0 || use.askedNanos() - heldUntil >= lingerNanos && isOver(use)) {
                close();
                open(use.askedNanos());
            }
            long granted = Math.max(use.askedNanos(), readyAt);
            waitNanos += granted - use.askedNanos();
            heldUntil = Math.max(heldUntil, granted + use.heldNanos());
        }

        /** One that asks at the very end of the last lease still finds the session open. */
        private boolean isOver(LeaseSpan use) {
            return use.askedNanos() > heldUntil;
        }

        private void open(long asked) {
            opens++;
            readyAt = Math.max(asked, closedAt) + openNanos;
            heldUntil = readyAt;
        }

        private void close() {
            if (opens > 0) {
                long closesAt = heldUntil + lingerNanos;
                openNanosInAll += closesAt - readyAt;
                closedAt = closesAt + closeNanos;
            }
        }
    }
}
