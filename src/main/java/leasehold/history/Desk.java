package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open file of a store, with its lock. Opening again after trouble finds the same file, or, if
 * that is gone, makes another. For one thread.
 */
final class Desk implements AutoCloseable {

    /** Another program has the right to write. */
    static final class TakenException extends IOException {
        private static final long serialVersionUID = 1;

        TakenException(String holder) {
            super(holder);
        }
    }

    private final Path file;
    private final Schema schema;
    private final Clock clock;
    private @Nullable StoreLock lock;
    private @Nullable Pen pen;
    private Optional<Object> place = Optional.empty();
    private String id = "";
    private boolean made;

    Desk(Path file, Schema schema, Clock clock) {
        this.file = file;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Opens the file, or makes it. What another run left open is ended as cut, unless this desk has
     * had the file before.
     *
     * @return whether it is another file than before
     * @throws TakenException if another program has the right to write
     * @throws HistoryRefusedException if it is no store
     */
    boolean open() throws IOException, SQLException {
        boolean same = isSame();
        closePen();
        if (same) {
            new StoreFile(file, schema).checkHeader();
        } else {
            closeLock();
            look();
        }
        return take();
    }

    /** Returns what writes to the open file. */
    Pen pen() {
        return Objects.requireNonNull(pen, "not open");
    }

    /** Tells whether there was no file before it was opened. */
    boolean made() {
        return made;
    }

    boolean isOpen() {
        return pen != null;
    }

    /**
     * Tells whether the file still stands under its name. Certain while it is open; later another
     * may have taken its place on the disk.
     */
    boolean isSame() throws IOException {
        return place.isPresent() && place.equals(placeNow());
    }

    /** Closes the file but keeps the lock, so that it can be opened again. */
    void closePen() {
        Pen open = pen;
        pen = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It is given up; what is in it was committed, or will be written again.
            }
        }
    }

    @Override
    public void close() {
        closePen();
        closeLock();
    }

    private void look() throws IOException, SQLException {
        StoreFile store = new StoreFile(file, schema);
        if (!store.isNew()) {
            store.check();
        }
        OwnerOnly.createDirectoryOf(file);
        lock = lock();
        made = store.isNew();
        if (made) {
            store.make();
        }
    }

    private boolean take() throws IOException, SQLException {
        Connection connection = Connections.writing(file);
        boolean kept = false;
        try {
            schema.migrate(connection);
            Pen taken = new Pen(connection);
            boolean other = !taken.store().equals(id);
            if (other) {
                Seams.cut(taken);
            }
            place = placeNow();
            id = taken.store();
            pen = taken;
            kept = true;
            return other;
        } finally {
            if (!kept) {
                connection.close();
            }
        }
    }

    private StoreLock lock() throws IOException {
        StoreLock.Answer answer = StoreLock.ask(file, clock);
        return answer.lock().orElseThrow(() -> new TakenException(answer.holder()));
    }

    private void closeLock() {
        StoreLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    /** Returns where on the disk the file lies. */
    private Optional<Object> placeNow() throws IOException {
        return new StoreFile(file, schema).place();
    }
}
