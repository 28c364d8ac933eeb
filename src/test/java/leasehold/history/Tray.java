package leasehold.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * A record in memory, into which files are imported as into one on a disk, but a hundred times as
 * fast: nothing of them stays.
 */
final class Tray implements AutoCloseable {

    private static final Origin SOMEWHERE = new Origin("made up", Instant.EPOCH);

    private static final List<String> TABLES =
            List.of("entry", "run", "snapshot", "live_lease", "live_session");

    private final Pen pen;

    Tray() throws SQLException {
        Connection memory = Connections.memory();
        new Schema().migrate(memory);
        pen = new Pen(memory);
    }

    /** Takes a file in, and reads what stands there then. */
    void take(Path file) throws Exception {
        pen.open();
        boolean taken = false;
        try {
            ImportFormat.of(file)
                    .source(file)
                    .tell(new ImportTarget(pen, SOMEWHERE, new Steps(_ -> {})));
            pen.commit();
            taken = true;
        } finally {
            if (!taken) {
                pen.rollback();
            }
        }
        look();
    }

    private void look() throws SQLException {
        try (Statement statement = pen.connection().createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT * FROM entry")) {
                while (rows.next()) {
                    Reading.entry(rows);
                }
            }
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        pen.close();
    }
}
