package leasehold.monitor;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.history.Entry;
import leasehold.history.HistoryReader;
import leasehold.history.Run;
import leasehold.history.SessionSearch;
import leasehold.history.StoredEntry;
import leasehold.session.SessionEvent;

/**
 * The sessions of former runs of a controller, told from its record by the same rules as those that
 * live. As its reader, for one thread at a time.
 */
public final class PastSessions {

    private final HistoryReader reader;
    private final SessionSearch search;

    /** Tells what a reader reads. */
    public PastSessions(HistoryReader reader) {
        this.reader = reader;
        search = new SessionSearch(reader);
    }

    /**
     * Returns the newest sessions of former runs, newest first: those of the run that began last,
     * then those of the one before it, whenever they were stored.
     *
     * @param after only those that come after this one; empty for all
     * @param most how many at most, from 1
     */
    public List<PastSession> newest(FormerRuns former, Optional<PastSession> after, int most)
            throws IOException {
        List<Run> runs = former.in(reader).reversed();
        List<PastSession> found = new ArrayList<>();
        for (Run run : after.isPresent() ? from(after.get().run(), runs) : runs) {
            long before =
                    after.filter(last -> last.run() == run.id())
                            .map(PastSession::position)
                            .orElse(Long.MAX_VALUE);
            for (StoredEntry opening : search.openings(run, before, most - found.size())) {
                found.add(session(run, opening));
            }
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    /** Returns all sessions of a run that has ended or goes on, newest first. */
    public List<PastSession> of(Run run) throws IOException {
        return of(run, Instant.MIN, Integer.MAX_VALUE);
    }

    /**
     * Returns the newest sessions of a run that has ended or goes on, newest first.
     *
     * @param most how many at most, from 0
     */
    public List<PastSession> of(Run run, int most) throws IOException {
        return of(run, Instant.MIN, most);
    }

    /**
     * Returns the newest sessions of a run that has ended or goes on, newest first.
     *
     * @param from only those that were asked for from then on
     * @param most how many at most, from 0
     */
    public List<PastSession> of(Run run, Instant from, int most) throws IOException {
        List<PastSession> found = new ArrayList<>();
        for (StoredEntry opening : search.openings(run, Long.MAX_VALUE, most)) {
            if (opening.entry().at().isBefore(from)) {
                break;
            }
            found.add(session(run, opening));
        }
        return found;
    }

    private static List<Run> from(long first, List<Run> runs) {
        return runs.stream().dropWhile(run -> run.id() != first).toList();
    }

    private PastSession session(Run run, StoredEntry opening) throws IOException {
        SessionBook book = new SessionBook();
        SessionEvent opened = event(opening).orElseThrow();
        book.apply(opened);
        for (StoredEntry entry : search.of(opening)) {
            event(entry).filter(event -> !event.equals(opened)).ifPresent(book::apply);
        }
        SessionRecord known = book.find(opened.epoch()).orElseThrow();
        if (known.closedAt().isEmpty()) {
            SessionSearch.Leases leases = search.leases(opening);
            book.goesOn(known.epoch(), leases.granted(), leases.peak());
            run.end().ifPresent(end -> book.cut(known.epoch(), end.at()));
        }
        return new PastSession(
                run.id(), opening.position(), book.find(opened.epoch()).orElseThrow());
    }

    private static Optional<SessionEvent> event(StoredEntry stored) {
        return switch (stored.entry()) {
            case Entry.Happened happened -> Optional.of(happened.event());
            case Entry.Missed _, Entry.Seam _ -> Optional.empty();
        };
    }
}
