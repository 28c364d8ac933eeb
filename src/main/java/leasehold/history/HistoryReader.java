package leasehold.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a store, while it is written or not; the writer does not wait for it. Every call sees what
 * was stored when it was made. For one thread at a time.
 */
public final class HistoryReader implements AutoCloseable {

    private final Path file;
    private final Connection connection;

    /**
     * Opens a record that is only read; another program may write to it meanwhile.
     *
     * @throws HistoryRefusedException if the file is no record, or a damaged one
     * @throws IOException if there is none, or it cannot be read
     */
    public static HistoryReader open(Path named) throws IOException {
        Path file = StoreFile.followed(named);
        StoreFile store = new StoreFile(file, new Schema());
        if (store.isNew()) {
            throw new IOException("There is no record at " + file + ".");
        }
        try {
            store.check();
        } catch (AccessDeniedException e) {
            throw new IOException("There is no permission to read " + file + ".", e);
        }
        return new HistoryReader(file);
    }

    HistoryReader(Path file) throws IOException {
        this(file, Connections::reading);
    }

    private HistoryReader(Path file, Opening opening) throws IOException {
        this.file = file;
        try {
            connection = opening.open(file);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Opens a store so that no file comes beside it, whether another program writes to it or not.
     */
    static HistoryReader quiet(Path file) throws IOException {
        boolean logged = new StoreFile(file, new Schema()).isLogged();
        return new HistoryReader(file, path -> Connections.quiet(path, logged));
    }

    /** How a file is opened. */
    private interface Opening {
        Connection open(Path file) throws SQLException;
    }

    /** Returns all runs, oldest first, in whatever order they were stored. */
    public List<Run> runs() throws IOException {
        List<Run> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM run ORDER BY started, id")) {
            while (rows.next()) {
                runs.add(Reading.run(rows));
            }
            return runs;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns the first entries after a position, at most {@code most}, in order. */
    public List<StoredEntry> after(long position, int most) throws IOException {
        return entries("position > ? ORDER BY position LIMIT ?", position, most);
    }

    /** Returns the last entries before a position, at most {@code most}, in order. */
    public List<StoredEntry> before(long position, int most) throws IOException {
        return entries("position < ? ORDER BY position DESC LIMIT ?", position, most).reversed();
    }

    /** Returns how many entries there are; takes longer the more there are. */
    public long count() throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM entry")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns the file that is read. */
    public Path file() {
        return file;
    }

    /** Returns what tells the store from any other. */
    String store() throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM store")) {
            String id = row.next() ? row.getString(1) : null;
            if (id == null || id.isEmpty()) {
                throw new SQLException("it has no id in its table store");
            }
            return id;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns the connection, for other questions. */
    Connection connection() {
        return connection;
    }

    /** Ends what was begun, so that each question sees again what is stored when it is asked. */
    void release() throws IOException {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns what a failure of the database is to a caller. */
    IOException failed(SQLException e) {
        return new IOException(file + " cannot be read: " + Unicode.line(e.getMessage()), e);
    }

    private List<StoredEntry> entries(String where, long position, int most) throws IOException {
        String sql = "SELECT * FROM entry WHERE " + where;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            statement.setInt(2, most);
            List<StoredEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(Reading.entry(rows));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
