package leasehold.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What clients gained by sharing sessions, and lost by opening them too often. Immutable.
 *
 * @param opens how many sessions were opened
 * @param leases how many leases they had
 * @param waitingSaved for how long clients would have waited besides, had each opened a session of
 *     its own: as many openings as were saved, as long as one took on average
 * @param flaps how many sessions were opened within {@link #FLAP} of the closing of the one before
 * @param openers who opened sessions, most often first
 * @param closers whose leases were the last, most often first
 */
public record Sharing(
        long opens,
        long leases,
        Duration waitingSaved,
        long flaps,
        List<Who> openers,
        List<Who> closers) {

    /** A session that is opened so soon after another was closed should have been kept. */
    public static final Duration FLAP = Duration.ofSeconds(10);

    /**
     * How often a client did something.
     *
     * @param client the client
     * @param times how often
     */
    public record Who(String client, long times) {}

    /** Copies. */
    public Sharing {
        openers = List.copyOf(openers);
        closers = List.copyOf(closers);
    }

    /** Reckons for sessions of one controller, in any order; those never opened do not count. */
    public static Sharing of(Collection<SessionRecord> sessions) {
        List<SessionRecord> opened =
                sessions.stream()
                        .filter(session -> session.opening().openedAt().isPresent())
                        .sorted(Comparator.comparing(Sharing::openedAt))
                        .toList();
        long leases = opened.stream().mapToLong(session -> session.use().granted()).sum();
        return new Sharing(
                opened.size(),
                leases,
                saved(opened, leases),
                flaps(opened),
                ranked(opened, session -> session.opening().openedBy()),
                ranked(opened, session -> session.ending().map(end -> end.client()).orElse("")));
    }

    /** Returns how many leases a session had on average; 0 if there was none. */
    public double leasesPerOpen() {
        return opens == 0 ? 0 : (double) leases / opens;
    }

    /** Returns how many openings were saved. */
    public long opensSaved() {
        return Math.max(0, leases - opens);
    }

    private static Duration saved(List<SessionRecord> opened, long leases) {
        double took =
                opened.stream()
                        .mapToLong(session -> session.opening().tookNanos())
                        .average()
                        .orElse(0);
        return Duration.ofNanos((long) (took * Math.max(0, leases - opened.size())));
    }

    private static long flaps(List<SessionRecord> opened) {
        long flaps = 0;
        Optional<Instant> closed = Optional.empty();
        for (SessionRecord session : opened) {
            if (closed.filter(at -> !openedAt(session).isAfter(at.plus(FLAP))).isPresent()) {
                flaps++;
            }
            closed = session.closedAt();
        }
        return flaps;
    }

    private static List<Who> ranked(
            List<SessionRecord> opened, Function<SessionRecord, String> client) {
        Map<String, Long> times =
                opened.stream()
                        .map(client)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return times.entrySet().stream()
                .map(entry -> new Who(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Who::times).reversed().thenComparing(Who::client))
                .toList();
    }

    private static Instant openedAt(SessionRecord session) {
        return session.opening().openedAt().orElse(session.askedAt());
    }
}
