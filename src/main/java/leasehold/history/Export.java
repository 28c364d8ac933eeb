package leasehold.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;

/**
 * Writes a record, or a part of it, to a file for other programs, or for a person. The file gets
 * its name only when it is whole: a half-written one stands beside it under another name, and goes
 * when the export fails or its thread is interrupted, or with the next one to that file if the
 * program was killed. As its reader, for one thread at a time.
 */
public final class Export {

    private static final String COPY = ".names";

    /** What a record is called, and what stands beside it. */
    private static final List<String> OF_RECORD = List.of("", "-wal", "-shm", "-journal", ".lock");

    private final HistoryReader reader;
    private final ExportReport report;

    /**
     * Prepares exports of what a reader reads.
     *
     * @param report writes what {@link ExportFormat#HTML} is
     */
    public Export(HistoryReader reader, ExportReport report) {
        this.reader = reader;
        this.report = report;
    }

    /**
     * Writes a file, in place of one that is there; a link to one stays. To cancel, interrupt the
     * thread.
     *
     * @param progress told now and then how many entries are written, and at the end
     * @return how many entries are in it; of a report, how many it tells of
     * @throws IOException if it cannot be written, or the record not read; the message is a
     *     sentence, and nothing is there then that was not before
     * @throws InterruptedException if the thread was interrupted; as above
     */
    public long write(ExportOrder order, Path file, LongConsumer progress)
            throws IOException, InterruptedException {
        refuse(file);
        return replace(StoreFile.followed(file), order, progress);
    }

    private long replace(Path file, ExportOrder order, LongConsumer progress)
            throws IOException, InterruptedException {
        try (Draft draft = Draft.of(file)) {
            Steps steps = new Steps(progress);
            long count = write(order, draft.path(), steps);
            steps.check();
            draft.become(file);
            return count;
        } catch (ClosedByInterruptException e) {
            throw Steps.cancelled();
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be written. " + Troubles.say(e), e);
        } catch (JacksonException e) {
            throw new IOException(
                    reader.file() + " has an entry that cannot be read: " + Reading.why(e), e);
        }
    }

    private void refuse(Path file) throws IOException {
        Path folder = OwnerOnly.directoryOf(file);
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    file + " cannot be written: there is no folder " + folder + ". Make it.");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder. Name a file.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(file + " is a device or the like. Name a file.");
        }
        for (String ending : OF_RECORD) {
            if (isSame(file, reader.file().resolveSibling(reader.file().getFileName() + ending))) {
                String what = ending.isEmpty() ? "is the record itself" : "belongs to the record";
                throw new IOException("%s %s. Name another file.".formatted(file, what));
            }
        }
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        return Files.exists(file) && Files.exists(other)
                ? Files.isSameFile(file, other)
                : file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private long write(ExportOrder order, Path part, Steps steps)
            throws IOException, InterruptedException {
        return switch (order.format()) {
            case CSV -> new LineExport(reader, steps).write(order, part, new CsvLines());
            case JSON_LINES -> new LineExport(reader, steps).write(order, part, new JsonLines());
            case HTML -> steps.endAt(report(order, part, steps));
            case RECORDING ->
                    order.all()
                            ? new Excerpt(reader, steps).whole(part)
                            : new Excerpt(reader, steps).write(order, part);
        };
    }

    private long report(ExportOrder order, Path part, Steps steps)
            throws IOException, InterruptedException {
        if (order.hidden()) {
            return hidden(order, part, steps);
        }
        steps.check();
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            report.write(reader, order, out, steps::tell);
        }
        return size(order);
    }

    /** A report without names is one of a recording without names; to write that is half of it. */
    private long hidden(ExportOrder order, Path part, Steps steps)
            throws IOException, InterruptedException {
        Path copy = part.resolveSibling(part.getFileName() + COPY);
        try {
            Files.deleteIfExists(copy);
            var _ = OwnerOnly.createFile(copy);
            ExportOrder all = ExportOrder.of(ExportFormat.RECORDING).hiding(true);
            double half = size(order) / 2.0;
            double each = half / Math.max(1, size(all));
            new Excerpt(reader, new Steps(done -> steps.tell((long) (done * each))))
                    .write(all, copy);
            Pseudonyms names = Pseudonyms.of(reader);
            ExportOrder shown = order.hiding(false);
            if (order.controller().isPresent()) {
                shown = shown.ofController(names.inText(order.controller().get()));
            }
            try (HistoryReader hidden = new HistoryReader(copy)) {
                Steps rest = new Steps(done -> steps.tell((long) (half + done / 2.0)));
                return new Export(hidden, report).report(shown, part, rest);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /**
     * Returns how many entries there are of the controller in the range that is ordered: what
     * {@link #write} counts up to, if none is selected from them.
     */
    public long size(ExportOrder order) throws IOException {
        try (PreparedStatement statement = LineExport.query(reader, "SELECT count(*)", "", order);
                ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }
}
