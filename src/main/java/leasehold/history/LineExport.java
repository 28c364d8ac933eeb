package leasehold.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Writes entries to a file, a line each. For one thread. */
final class LineExport {

    private static final String FROM =
            " FROM entry e JOIN run r ON r.id = e.run"
                    + " WHERE e.at >= ? AND e.at < ? AND r.controller = coalesce(?, r.controller)";

    private final HistoryReader reader;
    private final Steps steps;

    LineExport(HistoryReader reader, Steps steps) {
        this.reader = reader;
        this.steps = steps;
    }

    /** How entries are written. */
    interface Lines {

        /** Returns an entry as a line. */
        String line(ExportRow entry);

        /** Returns what stands around the entries. */
        Frame frame(HistoryReader reader, ExportOrder order, Optional<Pseudonyms> names)
                throws IOException, SQLException;
    }

    /** What stands around entries. */
    interface Frame extends AutoCloseable {

        /** Writes what comes first. */
        void head(Writer out) throws IOException, SQLException;

        /** Writes what comes before the entry at a position. */
        default void before(long position, Writer out) throws IOException, SQLException {}

        @Override
        default void close() throws SQLException {}
    }

    /** Writes what is ordered as it is at this moment, and returns how many entries that is. */
    long write(ExportOrder order, Path part, Lines lines) throws IOException, InterruptedException {
        Optional<Pseudonyms> names =
                order.hidden() ? Optional.of(Pseudonyms.of(reader)) : Optional.empty();
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            reader.connection().setAutoCommit(false);
            write(order, lines, names, out);
        } catch (SQLException e) {
            throw reader.failed(e);
        } finally {
            reader.release();
        }
        return steps.end();
    }

    /** Asks for something of the entries of a range, which are {@code e}, and their runs. */
    static PreparedStatement query(
            HistoryReader reader, String what, String then, ExportOrder order) throws SQLException {
        PreparedStatement statement = reader.connection().prepareStatement(what + FROM + then);
        statement.setLong(1, order.range().fromNanos());
        statement.setLong(2, order.range().untilNanos());
        statement.setString(3, order.controller().orElse(null));
        return statement;
    }

    private void write(ExportOrder order, Lines lines, Optional<Pseudonyms> names, Writer out)
            throws IOException, SQLException, InterruptedException {
        String store = reader.store();
        String sorted = order.selection().condition() + " ORDER BY e.position";
        try (PreparedStatement statement =
                        query(reader, "SELECT e.*, r.controller", sorted, order);
                Frame frame = lines.frame(reader, order, names);
                ResultSet entries = statement.executeQuery()) {
            frame.head(out);
            while (entries.next()) {
                ExportRow row = ExportRow.of(store, entries);
                if (order.selection().has(row)) {
                    frame.before(row.position(), out);
                    out.write(lines.line(names.map(row::hiddenBy).orElse(row)));
                    steps.next();
                }
            }
            frame.before(Long.MAX_VALUE, out);
        }
    }
}
