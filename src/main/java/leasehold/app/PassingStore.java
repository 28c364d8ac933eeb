package leasehold.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import leasehold.history.HistoryStore;
import leasehold.history.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store for what cannot be recorded: its file is the owner's alone, holds the newest of what
 * happens, and goes when it is closed.
 */
final class PassingStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PassingStore.class);
    private static final long BYTES = 512L << 20;
    private static final String PREFIX = "leasehold-";
    private static final String FILE = "passing.sqlite";

    private final Path folder;
    private final HistoryStore store;

    PassingStore() throws IOException {
        this(Files.createTempDirectory(PREFIX));
    }

    /** The folder is the store's own, and goes with it, or at once if there can be no store. */
    PassingStore(Path folder) throws IOException {
        this.folder = folder;
        boolean opened = false;
        try {
            store = HistoryStore.open(folder.resolve(FILE));
            opened = true;
        } finally {
            if (!opened) {
                clear(folder);
            }
        }
        store.retain(Retention.everything().withBytes(BYTES));
    }

    /** Removes the stores of programs that were killed; those in use stay. */
    static void clearAbandoned() throws IOException {
        clearAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static void clearAbandoned(Path among) throws IOException {
        Path probe = Files.createTempDirectory(among, PREFIX);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(among, PREFIX + "*")) {
            UserPrincipal owner = owner(probe);
            for (Path folder : folders) {
                clearIfAbandoned(owner, folder);
            }
        } finally {
            Files.delete(probe);
        }
    }

    /** One that cannot be removed keeps nobody from removing the others. */
    private static void clearIfAbandoned(UserPrincipal owner, Path folder) {
        try {
            if (isOf(owner, folder) && isAbandoned(folder.resolve(FILE))) {
                clear(folder);
            }
        } catch (IOException e) {
            LOG.warn("{} is left as it is. {}", folder, e.getMessage());
        }
    }

    private static boolean isOf(UserPrincipal owner, Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && owner(folder).equals(owner);
    }

    private static UserPrincipal owner(Path folder) throws IOException {
        return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whoever may write to it is alone with it: its program has ended, however it did. */
    private static boolean isAbandoned(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (HistoryStore store = HistoryStore.open(file)) {
            return store.readOnly().isEmpty();
        }
    }

    HistoryStore store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        store.close();
        clear(folder);
    }

    /** Removes the store's files, and its folder if nothing else has come there. */
    private static void clear(Path folder) throws IOException {
        List<Path> own;
        boolean alone;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            own = all.stream().filter(PassingStore::isOwn).toList();
            alone = own.size() == all.size();
        }
        for (Path file : own) {
            Files.deleteIfExists(file);
        }
        if (alone) {
            Files.deleteIfExists(folder);
        }
    }

    private static boolean isOwn(Path file) {
        return file.getFileName().toString().startsWith(FILE);
    }
}
