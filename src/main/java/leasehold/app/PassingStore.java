package leasehold.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import leasehold.history.HistoryStore;
import leasehold.history.Retention;

/**
 * A store for what cannot be recorded: its file is the owner's alone, holds the newest of what
 * happens, and goes when it is closed.
 */
final class PassingStore implements AutoCloseable {

    private static final long BYTES = 512L << 20;

    private final Path folder;
    private final HistoryStore store;

    PassingStore() throws IOException {
        this(Files.createTempDirectory("leasehold-"));
    }

    /** The folder is the store's own, and goes with it, or at once if there can be no store. */
    PassingStore(Path folder) throws IOException {
        this.folder = folder;
        boolean opened = false;
        try {
            store = HistoryStore.open(folder.resolve("passing.sqlite"));
            opened = true;
        } finally {
            if (!opened) {
                clear(folder);
            }
        }
        store.retain(Retention.everything().withBytes(BYTES));
    }

    HistoryStore store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        store.close();
        clear(folder);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
