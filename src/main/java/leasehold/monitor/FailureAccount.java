package leasehold.monitor;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import leasehold.monitor.FailureGroup.Answer;
import leasehold.monitor.FailureGroup.Answers;
import leasehold.monitor.FailureGroup.Retry;
import leasehold.monitor.FailureGroup.SessionOfRun;
import leasehold.session.Failure;

/** What is known of the failures of one cause while it grows. Confined to the feed's lock. */
final class FailureAccount {

    private final long id;
    private final Distinct<String> clients = new Distinct<>();
    private final Distinct<SessionOfRun> sessions = new Distinct<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Instant firstSeen;
    private Fingerprint fingerprint;
    private Failure latest;
    private Instant lastSeen;
    private Retry retry = new Retry.None();
    private Frequency recent = Frequency.NEVER;
    private Standing standing = Standing.NEW;
    private Instant mutedAt = Instant.MIN;
    private long count;
    private long answered;

    FailureAccount(long id, Fingerprint fingerprint, Failure first, Instant at) {
        this.id = id;
        this.fingerprint = fingerprint;
        latest = first;
        firstSeen = at;
        lastSeen = at;
    }

    long id() {
        return id;
    }

    void count(Fingerprint print, Failure failure, Instant at, SessionOfRun session) {
        if (standing == Standing.MUTED && quietUntil(at)) {
            standing = Standing.RETURNED;
        }
        count++;
        recent = recent.and(at);
        fingerprint = print;
        latest = failure;
        lastSeen = at;
        retry = new Retry.None();
        if (session.epoch() != 0) {
            sessions.add(session);
        }
    }

    /** Adds what is known of the same cause from before; if that is all, it is no news. */
    void remember(FailureAccount past) {
        if (count == 0) {
            standing = Standing.SEEN;
            recent = past.recent;
        }
        if (past.lastSeen.isAfter(lastSeen) || count == 0) {
            lastSeen = past.lastSeen;
            latest = past.latest;
            fingerprint = past.fingerprint;
        }
        firstSeen = past.firstSeen.isBefore(firstSeen) ? past.firstSeen : firstSeen;
        count += past.count;
        answered += past.answered;
        clients.precede(past.clients);
        sessions.precede(past.sessions);
        past.answers.descendingIterator().forEachRemaining(answers::addFirst);
        while (answers.size() > FailureGroup.MOST_ANSWERS) {
            answers.remove();
        }
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    Failure latest() {
        return latest;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    void met(String client) {
        if (!client.isEmpty()) {
            clients.add(client);
        }
    }

    void answered(Answer answer) {
        met(answer.client());
        answered++;
        answers.add(answer);
        if (answers.size() > FailureGroup.MOST_ANSWERS) {
            answers.remove();
        }
    }

    void retry(Retry now) {
        retry = now;
    }

    /** Notes that a hold is lifted, and tells whether there was one. */
    boolean lift() {
        boolean wasHeld = retry instanceof Retry.Held;
        retry = wasHeld ? new Retry.None() : retry;
        return wasHeld;
    }

    /** Notes that the attempt it spoke of was made, or never will be. */
    void tried() {
        retry = retry instanceof Retry.Again ? new Retry.None() : retry;
    }

    void seen() {
        standing = standing == Standing.MUTED ? standing : Standing.SEEN;
    }

    void mute(boolean muted, Instant at) {
        standing = muted ? Standing.MUTED : Standing.SEEN;
        mutedAt = at;
    }

    FailureGroup group() {
        return new FailureGroup(
                id,
                fingerprint,
                latest,
                count,
                firstSeen,
                lastSeen,
                clients.several(),
                sessions.several(),
                recent,
                new Answers(List.copyOf(answers), answered),
                retry,
                standing);
    }

    private boolean quietUntil(Instant at) {
        Instant last = mutedAt.isAfter(lastSeen) ? mutedAt : lastSeen;
        return !last.plus(FailureGroup.QUIET).isAfter(at);
    }
}
