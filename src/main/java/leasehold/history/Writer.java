package leasehold.history;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import leasehold.session.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is handed over, on the one thread that writes to the file. In trouble it keeps what
 * it has and tries again; what finds no room meanwhile becomes a gap.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Desk desk;
    private final Handover handover;
    private final Options options;
    private final Set<Course> courses = new LinkedHashSet<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong unwritten = new AtomicLong();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Retention keep = Retention.everything();

    Writer(Desk desk, Handover handover, Options options) {
        this.desk = desk;
        this.handover = handover;
        this.options = options;
    }

    /** Returns how many entries were stored. */
    long written() {
        return written.get();
    }

    /** Returns how many events could not be turned into rows, or were given up at the end. */
    long unwritten() {
        return unwritten.get();
    }

    /** Returns why nothing can be written now; empty if all is well. */
    Optional<String> trouble() {
        return trouble;
    }

    /** From now on so much is kept. */
    void retain(Retention retention) {
        keep = retention;
        handover.call();
    }

    /** Has something done, on the thread that writes, when the file may have changed. */
    Subscription watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public void run() {
        try {
            while (!handover.isOver()) {
                List<Item> items = handover.take(options.pace(), ask());
                writeAll(items);
                trim(1 + items.size() / Trimmer.STEP);
                watchers.forEach(Writer::tell);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            LOG.error("the record is no longer written", e);
            troubled("The writer of the record has ended: " + e.getClass().getName() + ".");
        } finally {
            handover.end();
            desk.close();
        }
    }

    /** Has doubts settled, and returns how long to wait for something to write. */
    private Duration ask() {
        boolean open = false;
        for (Course course : courses) {
            open |= course.ask(now());
        }
        return open ? Course.PATIENCE : IDLE;
    }

    private void writeAll(List<Item> items) throws InterruptedException {
        while (!items.isEmpty() && !store(items)) {
            if (handover.isClosed()) {
                giveUp(items);
                return;
            }
            handover.rest(options.retry());
        }
        handover.settled(items);
    }

    /** Stores some items, and returns whether they need not be tried again. */
    private boolean store(List<Item> chunk) {
        try {
            reopen();
            write(chunk);
            recovered();
            return true;
        } catch (IOException | SQLException e) {
            takeBack();
            troubled(Troubles.say(e));
        } catch (RuntimeException e) {
            takeBack();
            LOG.error("entries of the record could not be made into rows", e);
            return storeGaps(chunk);
        }
        return false;
    }

    private void reopen() throws IOException, SQLException {
        boolean gone = desk.isOpen() && !desk.isSame();
        if ((gone || !desk.isOpen()) && desk.open()) {
            courses.forEach(course -> course.vanished(now()));
            LOG.warn("the file of the record was gone; another was begun");
        }
    }

    private void write(List<Item> chunk) throws SQLException {
        Pen pen = desk.pen();
        options.fault().before(pen.connection());
        pen.open();
        long before = pen.nextPosition();
        Set<Course> touched = new LinkedHashSet<>();
        for (Item item : chunk) {
            touched.add(item.course());
            courses.add(item.course());
            item.course().write(pen, item);
        }
        for (Course course : touched) {
            course.writeLive(pen, options.interval());
        }
        pen.commit();
        touched.forEach(Course::committed);
        courses.removeIf(Course::isOver);
        written.addAndGet(pen.nextPosition() - before);
    }

    /** Trims as much as was written, and more while nobody waits for the writer. */
    private void trim(int steps) {
        try {
            boolean more = desk.isOpen() && trouble.isEmpty();
            for (int step = 0; more && (step < steps || handover.isCalm()); step++) {
                more = new Trimmer(desk.pen()).step(keep, now());
            }
        } catch (SQLException e) {
            takeBack();
            troubled(Troubles.say(e));
        }
    }

    private static void tell(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException | Error e) {
            LOG.error("one who watches the record failed", e);
        }
    }

    private void takeBack() {
        try {
            if (desk.isOpen()) {
                desk.pen().rollback();
            }
        } catch (SQLException e) {
            LOG.debug("nothing to take back: {}", e.getMessage());
        }
        desk.closePen();
        courses.forEach(Course::rolledBack);
    }

    /** In place of what cannot be stored stands what is missing. */
    private boolean storeGaps(List<Item> chunk) {
        try {
            reopen();
            write(Holes.instead(chunk, now()));
            unwritten.addAndGet(Item.events(chunk));
            recovered();
            return true;
        } catch (IOException | SQLException | RuntimeException e) {
            takeBack();
            troubled(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Instant now() {
        return options.clock().instant();
    }

    private void giveUp(List<Item> items) {
        long lost = Item.events(items);
        unwritten.addAndGet(lost);
        handover.settled(items);
        LOG.error("{} events of the record could not be stored before the end: {}", lost, trouble);
    }

    private void troubled(String what) {
        if (trouble.isEmpty()) {
            LOG.warn("the record cannot be written: {}", what);
        }
        trouble = Optional.of(what);
        handover.blame(Entry.Missed.Why.DISK);
    }

    private void recovered() {
        if (trouble.isPresent()) {
            LOG.warn("the record is written again");
            trouble = Optional.empty();
            handover.blame(Entry.Missed.Why.PACE);
        }
    }
}
