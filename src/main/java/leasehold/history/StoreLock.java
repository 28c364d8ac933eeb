package leasehold.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write to a store, of which there is one: a lock on a file beside it, which the
 * operating system releases when the program ends, however it ends. The file says who has it.
 */
final class StoreLock implements AutoCloseable {

    /** Held by this JVM. To open a lock file a second time would, on Unix, release its lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final int LONGEST = 1_000;

    private final Path key;
    private final FileChannel channel;

    private StoreLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * What came of asking for the lock.
     *
     * @param lock the lock; empty if another has it
     * @param holder who has it
     */
    record Answer(Optional<StoreLock> lock, String holder) {}

    /** Asks for the right to write to a store, whose directory must be there. */
    static Answer ask(Path file, Clock clock) throws IOException {
        Path beside = beside(file);
        Path key = OwnerOnly.directoryOf(beside).toRealPath().resolve(beside.getFileName());
        if (!OURS.add(key)) {
            return new Answer(Optional.empty(), "this program itself");
        }
        boolean locked = false;
        try {
            Answer answer = lock(key, beside, clock);
            locked = answer.lock().isPresent();
            return answer;
        } finally {
            if (!locked) {
                OURS.remove(key);
            }
        }
    }

    /** Returns the file beside a store on which its lock is. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            OURS.remove(key);
        }
    }

    private static Answer lock(Path key, Path beside, Clock clock) throws IOException {
        var _ = OwnerOnly.createFile(beside);
        if (Files.isSymbolicLink(beside)) {
            // Somebody may have put it there to have another file written to.
            throw new FileSystemException(beside.toString(), null, "a lock is no link");
        }
        FileChannel channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (lock == null) {
                return new Answer(Optional.empty(), read(channel));
            }
            sign(channel, clock);
            kept = true;
            return new Answer(Optional.of(new StoreLock(key, channel)), "");
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static void sign(FileChannel channel, Clock clock) throws IOException {
        String who =
                "process %d of %s, since %s"
                        .formatted(
                                ProcessHandle.current().pid(),
                                System.getProperty("user.name", "?"),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        channel.read(bytes, 0);
        String who = StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        return who.isEmpty() ? "another program" : who;
    }
}
