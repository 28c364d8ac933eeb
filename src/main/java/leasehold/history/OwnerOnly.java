package leasehold.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and directories that nobody but their owner can read, where the file system knows
 * such permissions; elsewhere they inherit those of the user's own directory.
 */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Returns the directory in which a file is, or will be. */
    static Path directoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is no file. Name one.");
        }
        return directory;
    }

    /** Makes what is missing of the directory of a file; what is there keeps its permissions. */
    static void createDirectoryOf(Path file) throws IOException {
        Path directory = directoryOf(file);
        Files.createDirectories(directory, attributes(directory, "rwx------"));
    }

    /** Makes an empty file, unless it is there, and returns whether it was made. */
    static boolean createFile(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, "rw-------"));
            return true;
        } catch (FileAlreadyExistsException e) {
            // Then it is there, with the permissions it has.
            return false;
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
