package leasehold.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leasehold.session.Holder;

/**
 * A file beside another that is written until it is whole, and then takes its name. It is called
 * {@code FILE.HOST-PROCESS.part}, of which the host is a hash, so that the next draft of that file
 * tells what a killed program left, and clears it, from what is none of ours or still written.
 */
final class Draft implements AutoCloseable {

    /** Written by this JVM. Who was killed may have had the same process id. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final String PART = ".part";
    private static final String REST = "-(\\d{1,18})(-\\d+)?\\.part(\\.names)?(-journal)?";

    private final Path path;

    private Draft(Path path) {
        this.path = path;
    }

    /** Makes an empty one, which nobody else writes to. */
    static Draft of(Path file) throws IOException {
        clear(file);
        String name = start(file) + "-" + ProcessHandle.current().pid();
        Path path = file.resolveSibling(name + PART);
        for (int other = 1; !taken(path); other++) {
            path = file.resolveSibling(name + "-" + other + PART);
        }
        return new Draft(path);
    }

    /** Returns where it is. */
    Path path() {
        return path;
    }

    /** Takes the name of the file, in place of one that is there. */
    void become(Path file) throws IOException {
        Files.move(path, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes it, unless it has become the file. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            OURS.remove(path.toAbsolutePath());
        }
    }

    private static boolean taken(Path path) throws IOException {
        if (!OURS.add(path.toAbsolutePath())) {
            return false;
        }
        boolean made = false;
        try {
            made = OwnerOnly.createFile(path);
            return made;
        } finally {
            if (!made) {
                OURS.remove(path.toAbsolutePath());
            }
        }
    }

    private static void clear(Path file) throws IOException {
        Pattern draft = Pattern.compile(Pattern.quote(start(file)) + REST);
        DirectoryStream.Filter<Path> left =
                path -> {
                    Matcher name = draft.matcher(path.getFileName().toString());
                    return name.matches() && isLeft(path, Long.parseLong(name.group(1)));
                };
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(OwnerOnly.directoryOf(file), left)) {
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (AccessDeniedException e) {
            // What cannot be seen, or belongs to another user, stays.
        }
    }

    private static boolean isLeft(Path path, long process) {
        boolean over =
                process == ProcessHandle.current().pid()
                        ? OURS.stream().noneMatch(ours -> isOf(path, ours))
                        : ProcessHandle.of(process).isEmpty();
        return over && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Beside a draft may stand others, with longer names. */
    private static boolean isOf(Path path, Path ours) {
        return path.toString().startsWith(ours.toString());
    }

    private static String start(Path file) {
        return "%s.%08x".formatted(file.getFileName(), Holder.thisHost().hashCode());
    }
}
