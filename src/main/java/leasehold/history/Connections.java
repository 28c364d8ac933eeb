package leasehold.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteLimits;

/** Opens store files. */
final class Connections {

    private static final int BUSY_MILLIS = 5_000;
    private static final long MEBIBYTE = 1L << 20;

    /** No text of a file that comes from elsewhere may fill the memory. */
    private static final int LONGEST = Math.toIntExact(64 * MEBIBYTE);

    private Connections() {}

    /**
     * Opens a file to write to: in WAL mode, so that readers and the writer do not wait for each
     * other; synchronous NORMAL, so that a commit does not wait for the disk.
     */
    static Connection writing(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setCacheSize(-16 * 1024);
        config.setJournalSizeLimit(Math.toIntExact(64 * MEBIBYTE));
        Connection connection = open(config, url(file, ""));
        pragma(connection, "journal_mode = WAL");
        pragma(connection, "wal_autocheckpoint = 4000");
        return connection;
    }

    /** Opens a new file for its tables to be made, in no mode that needs other files beside it. */
    static Connection making(Path file) throws SQLException {
        Connection connection = open(new SQLiteConfig(), url(file, ""));
        pragma(connection, "auto_vacuum = INCREMENTAL");
        return connection;
    }

    /** Opens a database that is nowhere but in memory. */
    static Connection memory() throws SQLException {
        return open(new SQLiteConfig(), "jdbc:sqlite::memory:");
    }

    /** Opens a file that is only read. */
    static Connection reading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return wary(open(config, url(file, "")));
    }

    /**
     * Opens a file that is only read, and has no file come beside it: the log of one that is being
     * written is read along.
     *
     * @param logged whether there is a log beside it
     */
    static Connection quiet(Path file, boolean logged) throws SQLException {
        Connection connection = logged ? reading(file) : untouched(file);
        connection
                .unwrap(SQLiteConnection.class)
                .setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST);
        return connection;
    }

    /** Opens a file that nobody writes to, and leaves no trace beside it. */
    static Connection untouched(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return wary(open(config, url(file, "?immutable=1")));
    }

    /** Who wrote the file is not known: it may be made to do harm. */
    private static Connection wary(Connection connection) throws SQLException {
        pragma(connection, "trusted_schema = OFF");
        pragma(connection, "cell_size_check = ON");
        return connection;
    }

    static void pragma(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma);
        }
    }

    /**
     * The library of SQLite is unpacked first, once in a program, for which there may be no room.
     */
    private static Connection open(SQLiteConfig config, String url) throws SQLException {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new SQLException(
                    "The library of SQLite cannot be unpacked into %s and loaded. Make room there, or name another place by the property java.io.tmpdir."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    e);
        }
        return config.createConnection(url);
    }

    private static String url(Path file, String query) {
        return "jdbc:sqlite:file:" + file.toUri().getRawPath() + query;
    }
}
