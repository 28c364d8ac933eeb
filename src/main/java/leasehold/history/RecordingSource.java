package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A recording that is imported. */
final class RecordingSource implements ImportSource {

    private static final String ENTRIES = "SELECT * FROM entry ORDER BY position";

    private final Path file;

    RecordingSource(Path file) {
        this.file = file;
    }

    /** Reads something of the file. */
    private interface Question<T> {
        T answer() throws SQLException;
    }

    /** Tells the target something. */
    private interface Telling {
        void tell() throws SQLException, InterruptedException;
    }

    @Override
    public void tell(ImportTarget to) throws IOException, SQLException, InterruptedException {
        try (HistoryStore store = HistoryStore.read(file);
                HistoryReader reader = store.reader();
                Statement runs = read(() -> begun(reader));
                Statement snapshots = read(reader.connection()::createStatement);
                Statement entries = read(reader.connection()::createStatement)) {
            runs(read(() -> runs.executeQuery(RunRow.ALL)), to);
            rest(
                    read(() -> entries.executeQuery(ENTRIES)),
                    read(() -> snapshots.executeQuery(SnapshotRow.ALL)),
                    to);
            take("its end", to::end);
        }
    }

    /** All is read as it is at one moment. */
    private static Statement begun(HistoryReader reader) throws SQLException {
        reader.connection().setAutoCommit(false);
        return reader.connection().createStatement();
    }

    private void runs(ResultSet rows, ImportTarget to)
            throws IOException, SQLException, InterruptedException {
        while (read(rows::next)) {
            RunRow run = read(() -> RunRow.of(rows));
            take("run " + run.id(), () -> to.run(run));
        }
    }

    private void rest(ResultSet entries, ResultSet snapshots, ImportTarget to)
            throws IOException, SQLException, InterruptedException {
        Optional<SnapshotRow> next = next(snapshots);
        while (read(entries::next)) {
            StoredEntry entry = read(() -> Reading.entry(entries));
            while (next.isPresent() && next.get().position() < entry.position()) {
                snapshot(next.get(), to);
                next = next(snapshots);
            }
            take(
                    "its entry at position " + entry.position(),
                    () -> to.entry(entry.run(), entry.entry()));
        }
        while (next.isPresent()) {
            snapshot(next.get(), to);
            next = next(snapshots);
        }
    }

    private Optional<SnapshotRow> next(ResultSet rows) throws IOException {
        return read(() -> rows.next() ? Optional.of(SnapshotRow.of(rows)) : Optional.empty());
    }

    private void snapshot(SnapshotRow row, ImportTarget to)
            throws IOException, SQLException, InterruptedException {
        take("its snapshot after position " + row.position(), () -> to.snapshot(row));
    }

    private <T> T read(Question<T> question) throws IOException {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void take(String what, Telling telling)
            throws IOException, SQLException, InterruptedException {
        try {
            telling.tell();
        } catch (IllegalArgumentException e) {
            throw refused(what + ": " + e.getMessage());
        }
    }

    private HistoryRefusedException refused(SQLException e) {
        return refused(String.valueOf(e.getMessage()));
    }

    private HistoryRefusedException refused(String why) {
        return new HistoryRefusedException(
                file, "cannot be imported: %s. Nothing was imported.".formatted(why));
    }
}
