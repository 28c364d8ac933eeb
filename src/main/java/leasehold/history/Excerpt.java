package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.ProgressHandler;

/**
 * Copies a store, or a part of it, into a file. Names that are to be hidden never get into it: a
 * part is written row by row into new tables. For one thread.
 */
final class Excerpt {

    private static final int OPERATIONS = 10_000;

    private final HistoryReader reader;
    private final Steps steps;

    Excerpt(HistoryReader reader, Steps steps) {
        this.reader = reader;
        this.steps = steps;
    }

    /** Copies all as it stands, and returns how many entries there are. */
    long whole(Path to) throws IOException, InterruptedException {
        steps.check();
        Connection connection = reader.connection();
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            ProgressHandler.setHandler(connection, OPERATIONS, interrupted());
            statement.setString(1, to.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            steps.check();
            throw reader.failed(e);
        } finally {
            clear(connection);
        }
        return steps.endAt(reader.count());
    }

    /** Copies what is ordered, and returns how many entries that is. */
    long write(ExportOrder order, Path to) throws IOException, InterruptedException {
        Optional<Pseudonyms> names =
                order.hidden() ? Optional.of(Pseudonyms.of(reader)) : Optional.empty();
        try (Connection target = Connections.making(to)) {
            Connections.pragma(target, "journal_mode = MEMORY");
            new Schema().migrate(target);
            target.setAutoCommit(false);
            reader.connection().setAutoCommit(false);
            copy(order, target, names);
            target.commit();
            return steps.end();
        } catch (SQLException e) {
            throw reader.failed(e);
        } finally {
            reader.release();
        }
    }

    private void copy(ExportOrder order, Connection target, Optional<Pseudonyms> names)
            throws SQLException, InterruptedException {
        try (Statement statement = target.createStatement()) {
            statement.execute("DELETE FROM store");
        }
        Rows rows = new Rows(reader.connection(), target, names, steps);
        rows.copy("store", "SELECT * FROM store");
        for (Part part : Part.of(reader.connection(), order)) {
            part.copy(rows);
            part.amend(reader.connection(), target);
        }
    }

    private static ProgressHandler interrupted() {
        return new ProgressHandler() {
            @Override
            protected int progress() {
                return Thread.currentThread().isInterrupted() ? 1 : 0;
            }
        };
    }

    private static void clear(Connection connection) throws IOException {
        try {
            ProgressHandler.clearHandler(connection);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
