package leasehold.history;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionSnapshot;

/**
 * One recording as the writer sees it: its run, and what of it is live. What a transaction changed
 * counts when it is committed, and is taken back with it. Touched by the writer's thread alone.
 */
final class Course {

    /**
     * How far it has come.
     *
     * @param run its run; 0 if none has begun in this file
     * @param first the number after which the run began
     * @param last the number of the last entry that stands in this file
     * @param at the time of that entry
     * @param ended whether the run has ended
     * @param looked the number of the last snapshot that stands in this file; {@link #NEVER} if
     *     none does
     * @param doubt whether there was a gap since the controller was last asked what it is like, or
     *     it never said that
     */
    private record Progress(
            long run,
            long first,
            long last,
            Instant at,
            boolean ended,
            long looked,
            boolean doubt) {

        Progress upTo(long number, Instant time) {
            return new Progress(run, first, number, time, ended, looked, doubt);
        }

        Progress over() {
            return new Progress(run, first, last, at, true, looked, false);
        }

        Progress seen(long number) {
            return new Progress(run, first, last, at, ended, number, doubt);
        }

        Progress in(boolean nowInDoubt) {
            return new Progress(run, first, last, at, ended, looked, nowInDoubt);
        }
    }

    private static final long NEVER = -1;
    private static final Progress NONE = new Progress(0, 0, 0, Instant.EPOCH, false, NEVER, false);

    /** There are so many times more entries than leases in snapshots. */
    private static final long THIN = 10;

    /** How long the controller has to answer, and how seldom it is asked. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String controller;
    private Optional<Course> before;
    private final Live live = new Live();
    private final StateTrack track = new StateTrack();
    private Progress now = NONE;
    private Progress stored = NONE;
    private Optional<Entry.Missed> vanished = Optional.empty();
    private Instant asked = Instant.MIN;
    private volatile Runnable ask = () -> {};

    /**
     * Prepares a recording.
     *
     * @param before the recording of the same controller before this one, which goes on where that
     *     ended; empty if there was none
     */
    Course(String controller, Optional<Course> before) {
        this.controller = controller;
        this.before = before;
    }

    /** Sets how the controller is asked what it is like. Called by any thread. */
    void onDoubt(Runnable action) {
        ask = action;
    }

    /**
     * Asks the controller what it is like, if a gap has left that open: when it is stored, and then
     * once a second until the answer is.
     *
     * @return whether it is open
     */
    boolean ask(Instant time) {
        boolean early = !time.isBefore(asked) && time.isBefore(asked.plus(PATIENCE));
        if (stored.doubt() && !early) {
            asked = time;
            ask.run();
        }
        return stored.doubt();
    }

    /** Writes one item. */
    void write(Pen pen, Item item) throws SQLException {
        if (now.ended()) {
            return;
        }
        switch (item) {
            case Item.Looked looked -> look(pen, looked.snapshot(), looked.leases());
            case Item.Told told -> tell(pen, told.event());
            case Item.Hole hole -> miss(pen, hole.entry());
            case Item.Over over -> end(pen, Run.Ending.CLOSED, over.at());
        }
    }

    /**
     * Writes what is live now, and now and then what the controller is like.
     *
     * @param interval after how many entries, at the earliest
     */
    void writeLive(Pen pen, long interval) throws SQLException {
        if (now.run() != 0 && !now.ended()) {
            live.write(pen, now.run());
            long entries = now.last() - now.looked();
            if (now.looked() == NEVER || entries >= Math.max(interval, THIN * track.size())) {
                writeState(pen);
            }
        }
    }

    void committed() {
        stored = now;
        live.stored();
        if (now.run() != 0) {
            vanished = Optional.empty();
            before = Optional.empty();
        }
        if (now.ended()) {
            live.clear();
        }
    }

    void rolledBack() {
        now = stored;
    }

    /** The file is gone, and with it what stood there: the next item begins a run elsewhere. */
    void vanished(Instant at) {
        live.forgetPlaces();
        if (stored.run() != 0 && stored.last() > stored.first()) {
            long first = vanished.map(Entry.Missed::first).orElse(stored.first() + 1);
            vanished =
                    Optional.of(
                            new Entry.Missed(first, stored.last(), at, Entry.Missed.Why.VANISHED));
        }
        stored = stored.ended() ? stored : NONE.in(stored.doubt());
        now = stored;
    }

    /** Tells whether nothing of it will be written any more. */
    boolean isOver() {
        return stored.ended();
    }

    private void look(Pen pen, SessionSnapshot snapshot, List<LeaseInfo> leases)
            throws SQLException {
        begin(pen, snapshot.number(), snapshot.at());
        live.reset(snapshot, leases);
        track.reset(snapshot, leases);
        now = now.in(false);
        writeState(pen);
    }

    private void writeState(Pen pen) throws SQLException {
        PastState state = track.state();
        pen.write(now.run(), state);
        now = now.seen(state.number());
    }

    private void tell(Pen pen, SessionEvent event) throws SQLException {
        begin(pen, event.number() - 1, event.at());
        long position = write(pen, new Entry.Happened(event));
        live.apply(event, position);
        track.apply(event);
        if (event instanceof SessionEvent.ShutDown) {
            end(pen, Run.Ending.SHUT_DOWN, event.at());
        }
    }

    private void miss(Pen pen, Entry.Missed gap) throws SQLException {
        begin(pen, gap.first() - 1, gap.at());
        write(pen, gap);
        track.apply(gap);
        now = now.in(true);
    }

    private void begin(Pen pen, long after, Instant at) throws SQLException {
        if (now.run() != 0) {
            return;
        }
        long first = vanished.map(gap -> gap.first() - 1).orElse(after);
        long run = pen.begin(controller, at);
        boolean doubt = now.doubt() || track.number() < first;
        now = new Progress(run, first, first, at, false, NEVER, doubt);
        Optional<Run> former = pen.former(controller, run);
        long known = Math.min(known(former), first);
        if (former.isPresent()) {
            write(pen, new Entry.Seam(known, at, former.get()));
        }
        if (known < first) {
            write(pen, new Entry.Missed(known + 1, first, at, Entry.Missed.Why.UNRECORDED));
        }
        if (vanished.isPresent()) {
            write(pen, vanished.get());
        }
    }

    /** Returns the number up to which the run before tells of the same controller. */
    private long known(Optional<Run> former) {
        return former.filter(run -> before.map(Course::run).equals(Optional.of(run.id())))
                .flatMap(Run::end)
                .map(Run.End::number)
                .orElse(0L);
    }

    private long run() {
        return now.run();
    }

    private long write(Pen pen, Entry entry) throws SQLException {
        long position = pen.write(now.run(), entry);
        now = now.upTo(entry.number(), entry.at());
        return position;
    }

    private void end(Pen pen, Run.Ending ending, Instant at) throws SQLException {
        if (now.run() == 0) {
            return;
        }
        Run.End end = new Run.End(ending, at, now.last(), live.held(), live.sessions());
        pen.end(now.run(), end);
        now = now.over();
    }
}
