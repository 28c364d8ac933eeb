package leasehold.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;

/**
 * The record of a simulation: a file that was named, or, where only a report is wanted of it, one
 * that goes again.
 */
final class Evidence implements AutoCloseable {

    private final Optional<Path> file;
    private final Optional<Path> folder;

    private Evidence(Optional<Path> file, Optional<Path> folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * Decides where to record.
     *
     * @param named the file that was named
     * @param needed whether there must be one
     */
    static Evidence of(Optional<Path> named, boolean needed) throws IOException {
        if (named.isPresent() || !needed) {
            return new Evidence(named, Optional.empty());
        }
        Path folder = Files.createTempDirectory("leasehold");
        return new Evidence(Optional.of(folder.resolve("record.sqlite")), Optional.of(folder));
    }

    /**
     * Opens the record to write to, if there is to be one.
     *
     * @throws IOException if it cannot be written to
     */
    Optional<HistoryStore> store() throws IOException {
        return file.isEmpty() ? Optional.empty() : Optional.of(store(file.get()));
    }

    /** Writes the report that the window would export: of simulations, all that it has. */
    void report(Path to, Streams streams, Texts texts) throws IOException, InterruptedException {
        try (HistoryReader reader = HistoryReader.open(file.orElseThrow())) {
            ExportOrder order = ExportOrder.of(ExportFormat.HTML).ofController(Simulation.NAME);
            Exports.write(reader, order, to, streams, texts);
        }
    }

    @Override
    public void close() {
        folder.ifPresent(Evidence::delete);
    }

    private static HistoryStore store(Path file) throws IOException {
        HistoryStore store = HistoryStore.open(file);
        if (store.readOnly().isPresent()) {
            store.close();
            throw new IOException(
                    "record '%s' cannot be written to. %s".formatted(file, store.readOnly().get()));
        }
        return store;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
