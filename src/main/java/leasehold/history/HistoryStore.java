package leasehold.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import leasehold.session.ListenerSubscription;
import leasehold.session.ServerSessionController;
import leasehold.session.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record on disk: one SQLite file, in which every event of the recorded controllers stands, in
 * order. Its tables are described in {@code src/site/record.md}; anybody may read the file with
 * tools of their own while it is written.
 *
 * <p>One program at a time writes to a store; another opens it read-only, and {@link #readOnly}
 * says why. Events are handed over to one writer thread, which commits what has come every tenth of
 * a second; the controller never waits for the disk. What cannot be stored is counted, and stands
 * in the record as a gap: no gap is silent (rule 26). In trouble, such as a full disk, the writer
 * keeps trying and goes on by itself; after a gap it asks the controller for a fresh snapshot, at
 * most once a second, so that what it is like is certain again.
 *
 * <p>When the program is killed, what was committed stays: at most the last second is missing. When
 * the power fails, the operating system may not have written the newest commits yet: some of the
 * last half minute may be missing besides; the file stays whole. The next program to open the store
 * ends the run as cut, and the next run of the same controller begins with a seam that says so.
 *
 * <p>Safe for use by several threads.
 */
public final class HistoryStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryStore.class);
    private static final long NEVER = Long.MAX_VALUE;
    private static final String ONLY_READ = "It was opened to be read.";

    private final Path file;
    private final Options options;
    private final Handover handover;
    private final @Nullable Writer writer;
    private final @Nullable Thread thread;
    private final Optional<String> readOnly;
    private volatile long givenUp = NEVER;
    private final List<Recording> recordings = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ServerSessionController, Course> courses = new WeakHashMap<>();

    private HistoryStore(Path file, Options options, @Nullable Desk desk, String why) {
        this.file = file;
        this.options = options;
        handover = new Handover(options.capacity(), options.clock());
        writer = desk == null ? null : new Writer(desk, handover, options);
        readOnly = desk == null ? Optional.of(why) : Optional.empty();
        thread = writer == null ? null : start(writer);
    }

    /**
     * Opens a store, and makes it if it is not there; directories and files are made for their
     * owner only.
     *
     * @throws HistoryRefusedException if the file is no store, or a damaged one; it is left
     *     untouched
     * @throws IOException if it can neither be written to nor read
     */
    public static HistoryStore open(Path file) throws IOException {
        return open(file, Options.usual());
    }

    static HistoryStore open(Path named, Options options) throws IOException {
        Path file = StoreFile.followed(named);
        Desk desk = new Desk(file, options.schema(), options.clock());
        boolean opened = false;
        try {
            desk.open();
            opened = true;
            return new HistoryStore(file, options, desk, "");
        } catch (Desk.TakenException | AccessDeniedException e) {
            return reading(file, options, Troubles.say(e));
        } catch (FileSystemException | SQLException e) {
            throw new IOException(file + " cannot be opened. " + Troubles.say(e), e);
        } finally {
            if (!opened) {
                desk.close();
            }
        }
    }

    /**
     * Opens a record that is only read: it is left as it is, and no file comes beside it. Another
     * program may write to it meanwhile.
     *
     * @throws HistoryRefusedException if the file is no store, or a damaged one
     * @throws IOException if there is none, or it cannot be read; the message is a sentence
     */
    public static HistoryStore read(Path named) throws IOException {
        Path file = StoreFile.followed(named);
        StoreFile store = new StoreFile(file, new Schema());
        if (!Files.exists(file)) {
            throw new IOException("There is no file " + file + ".");
        }
        try {
            store.checkHeader();
            store.isLogged();
            store.check();
        } catch (AccessDeniedException e) {
            throw new IOException("There is no permission to read " + file + ".", e);
        }
        return new HistoryStore(file, Options.usual(), null, ONLY_READ);
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns why the store is read-only, as a sentence; empty if it can be written to. */
    public Optional<String> readOnly() {
        return readOnly;
    }

    /**
     * Records a controller from now on, in a run of its own. What happened before, save what this
     * store has recorded of the same controller, stands there as a gap.
     *
     * @return ends the recording; it ends by itself when the controller or the store does
     * @throws IllegalStateException if the store is read-only
     */
    public Recording record(ServerSessionController controller) {
        Recording recording = recording(course(controller));
        recording.subscribed(controller.subscribe(recording.listener()));
        return recording;
    }

    /**
     * Has a controller recorded from now on by a store that is still being opened: what is told
     * meanwhile waits in the controller's ring, as far as it has room (rule 26). Nothing is
     * recorded if the store cannot be opened or is read-only.
     *
     * @return completes with the store, once it records
     */
    public static CompletableFuture<HistoryStore> record(
            CompletableFuture<HistoryStore> opening, ServerSessionController controller) {
        EarlyListener listener = new EarlyListener();
        ListenerSubscription subscription = controller.subscribe(listener);
        return opening.whenComplete(
                (store, _) -> {
                    Optional<Recording> recording = Optional.empty();
                    try {
                        recording =
                                Optional.ofNullable(store)
                                        .filter(open -> open.readOnly().isEmpty())
                                        .map(open -> open.recording(open.course(controller)));
                    } finally {
                        if (recording.isEmpty()) {
                            subscription.close();
                        }
                        recording.ifPresent(one -> one.subscribed(subscription));
                        listener.decide(recording.map(Recording::listener));
                    }
                });
    }

    /**
     * Has something done when what is stored may have changed: on the thread that writes, at most
     * once for all that was written together. It must return at once; what it throws is logged.
     */
    public Subscription onStored(Runnable changed) {
        return writer == null ? Subscription.NONE : writer.watch(changed);
    }

    Recording recording(String controller) {
        return recording(new Course(controller, Optional.empty()));
    }

    private Course course(ServerSessionController controller) {
        lock.lock();
        try {
            Optional<Course> before = Optional.ofNullable(courses.get(controller));
            Course course = new Course(controller.name(), before);
            courses.put(controller, course);
            return course;
        } finally {
            lock.unlock();
        }
    }

    private Recording recording(Course course) {
        if (readOnly.isPresent()) {
            throw new IllegalStateException(file + " is read-only. " + readOnly.get());
        }
        Recording recording = new Recording(course, handover, options.clock(), recordings::remove);
        recordings.add(recording);
        return recording;
    }

    /** Sets how much is kept from now on; everything unless told otherwise. */
    public void retain(Retention retention) {
        if (writer != null) {
            writer.retain(retention);
        }
    }

    /** Returns how the store is doing. Does not wait. */
    public HistoryStatus status() {
        return new HistoryStatus(
                file,
                readOnly,
                writer == null ? 0 : writer.written(),
                handover.pending(),
                handover.missed() + (writer == null ? 0 : writer.unwritten()),
                trouble(),
                bytes());
    }

    /** Returns what waits to be stored. Never waits, not even for a disk that does not answer. */
    public Waiting waiting() {
        return handover.waiting();
    }

    /**
     * Waits until what was told before is stored.
     *
     * @return whether it is; false if the disk cannot be written to
     */
    public boolean flush() throws InterruptedException {
        return handover.flush();
    }

    /** Returns that the file is gone and what to do, as a sentence; empty if it is there. */
    public Optional<String> gone() {
        return Files.notExists(file)
                ? Optional.of(RecordGoneException.say(file))
                : Optional.empty();
    }

    /**
     * Returns what tells the file from one that takes its place, by {@code equals}.
     *
     * @throws RecordGoneException if it is not there
     * @throws IOException if that cannot be told; the message is a sentence
     */
    public Object place() throws IOException {
        try {
            return new StoreFile(file, options.schema())
                    .place()
                    .orElseThrow(() -> new RecordGoneException(file));
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Opens a reader of what is stored.
     *
     * @throws RecordGoneException if the file is not there
     * @throws IOException if it cannot be read; the message is a sentence
     */
    public HistoryReader reader() throws IOException {
        if (Files.notExists(file)) {
            throw new RecordGoneException(file);
        }
        return writer == null ? HistoryReader.quiet(file) : new HistoryReader(file);
    }

    /**
     * Ends all recordings, and waits until they are stored, or cannot be. A disk that does not get
     * on for some seconds is given up, and {@link #lost} says what was not stored. Idempotent.
     */
    @Override
    public void close() {
        recordings.forEach(Recording::close);
        handover.close();
        try {
            if (thread != null && handover.pending() < givenUp && !hasEnded(thread)) {
                givenUp = handover.pending();
                lost().ifPresent(LOG::error);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns how many events were not stored when the store was closed, for the disk did not
     * answer, as a sentence; empty if there are none.
     */
    public Optional<String> lost() {
        long events = handover.unstored();
        return givenUp == NEVER || events == 0
                ? Optional.empty()
                : Optional.of(
                        "The disk does not answer: the last %,d events are not in %s."
                                .formatted(events, file));
    }

    /** Waits for the writer for as long as it gets on. */
    private boolean hasEnded(Thread writing) throws InterruptedException {
        long left;
        do {
            left = handover.pending();
        } while (!writing.join(options.patience()) && handover.pending() < left);
        return !writing.isAlive();
    }

    private Optional<String> trouble() {
        return Optional.ofNullable(writer).flatMap(Writer::trouble).or(this::gone);
    }

    private static HistoryStore reading(Path file, Options options, String why) throws IOException {
        StoreFile store = new StoreFile(file, options.schema());
        if (store.isNew()) {
            throw new IOException(
                    "There is no record at " + file + ", and none can be made. " + why);
        }
        store.check();
        return new HistoryStore(file, options, null, why);
    }

    private static Thread start(Writer writer) {
        return Thread.ofPlatform()
                .daemon()
                .name("leasehold-history")
                .inheritInheritableThreadLocals(false)
                .start(writer);
    }

    private long bytes() {
        return writer == null ? size(file) : writer.bytes().orElseGet(() -> size(file));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
