package leasehold.history;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Takes what was exported into a record: JSON lines of all of a record or of one controller, or a
 * recording. Its runs become runs of the record, and keep their numbers, times and names; those
 * that go on in the file end there as {@code CUT}, for how they ended is not known. A run that is
 * in the record already is passed over: it is the same if its controller and its beginning are. The
 * record tells of them that they were imported, from which file and when.
 *
 * <p>All of it is taken in, or nothing. The file is only read. For one thread at a time.
 */
public final class Import {

    private static final List<String> BESIDE = List.of("-wal", "-shm", ".lock");

    private final Path record;
    private final Clock clock;

    /**
     * Prepares imports into a record, which is made if it is not there.
     *
     * @param record the file of the record
     */
    public Import(Path record) {
        this(record, Clock.systemUTC());
    }

    Import(Path record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    /**
     * What was taken in.
     *
     * @param runs how many runs
     * @param entries how many entries they have
     * @param known how many runs were in the record already
     */
    public record Result(long runs, long entries, long known) {}

    /**
     * Takes a file into the record. To cancel, interrupt the thread.
     *
     * @param progress told now and then how many entries were read, and at the end
     * @throws HistoryRefusedException if the file is no export that can be imported, or a damaged
     *     one, or the record is no record; the message is a sentence that says where and why
     * @throws IOException if the file cannot be read or the record not be written to, as when
     *     another program does; the message is a sentence, and nothing was imported
     * @throws InterruptedException if the thread was interrupted; as above
     */
    public Result read(Path file, LongConsumer progress) throws IOException, InterruptedException {
        try {
            return new Import(StoreFile.followed(record), clock).take(file, progress);
        } catch (ClosedByInterruptException e) {
            throw Steps.cancelled();
        }
    }

    private Result take(Path file, LongConsumer progress) throws IOException, InterruptedException {
        Steps steps = new Steps(progress);
        steps.check();
        ImportSource source = source(file);
        Desk desk = new Desk(record, new Schema(), clock);
        boolean done = false;
        try {
            desk.open();
            Origin origin = new Origin(String.valueOf(file.getFileName()), clock.instant());
            Result result = read(source, desk.pen(), origin, steps);
            done = true;
            return result;
        } catch (Desk.TakenException | FileSystemException e) {
            throw new IOException(record + " cannot be imported into. " + Troubles.say(e), e);
        } catch (SQLException e) {
            throw new IOException(
                    "%s cannot be imported into %s: %s".formatted(file, record, Troubles.say(e)),
                    e);
        } finally {
            desk.closePen();
            remove(desk.made() && !done, List.of(""));
            desk.close();
            remove(desk.made() && !done, BESIDE);
        }
    }

    private ImportSource source(Path file) throws IOException {
        if (Files.exists(record) && Files.exists(file) && Files.isSameFile(file, record)) {
            throw new IOException(file + " is the record itself. Name another file.");
        }
        return ImportFormat.of(file).source(file);
    }

    private static Result read(ImportSource source, Pen pen, Origin origin, Steps steps)
            throws IOException, SQLException, InterruptedException {
        pen.open();
        ImportTarget target = new ImportTarget(pen, origin, steps);
        source.tell(target);
        pen.commit();
        steps.end();
        return target.result();
    }

    private void remove(boolean wanted, List<String> endings) throws IOException {
        if (wanted) {
            for (String ending : endings) {
                Files.deleteIfExists(record.resolveSibling(record.getFileName() + ending));
            }
        }
    }
}
