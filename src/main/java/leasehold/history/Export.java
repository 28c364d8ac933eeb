package leasehold.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/**
 * Writes a record, or a part of it, to a file for other programs. The file gets its name only when
 * it is whole: a half-written one stands beside it under another name, and goes when the export
 * fails or its thread is interrupted.
 */
public final class Export {

    private static final int STEP = 1_000;
    private static final String PART = ".part";
    private static final String ENTRIES =
            "SELECT e.*, r.controller FROM entry e JOIN run r ON r.id = e.run"
                    + " WHERE e.at >= ? AND e.at < ? ORDER BY e.position";

    private final HistoryReader reader;
    private final ExportRange range;
    private final LongConsumer progress;

    /**
     * Prepares an export.
     *
     * @param progress told now and then how many entries are written
     */
    public Export(HistoryReader reader, ExportRange range, LongConsumer progress) {
        this.reader = reader;
        this.range = range;
        this.progress = progress;
    }

    /**
     * Writes a file, in place of one that is there.
     *
     * @return how many entries are in it
     * @throws IOException if it cannot be written, or the record not read; nothing is there then
     *     that was not before
     * @throws InterruptedException if the thread was interrupted; as above
     * @throws IllegalArgumentException if a part of a record is wanted as a recording
     */
    public long write(ExportFormat format, Path file) throws IOException, InterruptedException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        Files.deleteIfExists(part);
        try {
            OwnerOnly.createFile(part);
            long count =
                    switch (format) {
                        case CSV -> lines(part, new CsvLines());
                        case JSON_LINES -> lines(part, new JsonLines());
                        case RECORDING -> recording(part);
                    };
            Files.move(
                    part,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            return count;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** How an entry is written. */
    interface Lines {
        String head();

        String line(ResultSet entry) throws SQLException;
    }

    private long lines(Path part, Lines lines) throws IOException, InterruptedException {
        try (PreparedStatement statement = reader.connection().prepareStatement(ENTRIES);
                BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            statement.setLong(1, range.fromNanos());
            statement.setLong(2, range.untilNanos());
            out.write(lines.head());
            try (ResultSet entries = statement.executeQuery()) {
                return write(entries, lines, out);
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private long write(ResultSet entries, Lines lines, BufferedWriter out)
            throws SQLException, IOException, InterruptedException {
        long count = 0;
        while (entries.next()) {
            if (count % STEP == 0) {
                pause(count);
            }
            out.write(lines.line(entries));
            count++;
        }
        progress.accept(count);
        return count;
    }

    private void pause(long count) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        progress.accept(count);
    }

    private long recording(Path part) throws IOException {
        if (!range.all()) {
            throw new IllegalArgumentException(
                    "range is %s; allowed is everything, for a recording".formatted(range));
        }
        try (PreparedStatement statement = reader.connection().prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, part.toString());
            statement.execute();
            return reader.count();
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }
}
