package leasehold.history;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a sentence why the record cannot be written. */
final class Troubles {

    private static final int PRIMARY = 0xFF;

    private Troubles() {}

    static String say(Exception trouble) {
        return switch (trouble) {
            case Desk.TakenException e -> "Another program writes to it: " + e.getMessage() + ".";
            case AccessDeniedException e ->
                    "There is no permission to write to " + e.getFile() + ".";
            case NoSuchFileException e -> "There is no " + e.getFile() + ", nor can it be made.";
            case FileSystemException e -> "The file system refuses it: " + e.getMessage() + ".";
            case SQLiteException e -> say(e);
            default -> String.valueOf(trouble.getMessage());
        };
    }

    /** Tells whether it is the file that is wrong, and not what stands in the way to it. */
    static boolean isOfFile(SQLException trouble) {
        return trouble instanceof SQLiteException e
                && switch (primary(e)) {
                    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_NOMEM, SQLITE_PERM, SQLITE_READONLY ->
                            false;
                    default -> true;
                };
    }

    private static String say(SQLiteException trouble) {
        return switch (primary(trouble)) {
            case SQLITE_FULL -> "The disk is full.";
            case SQLITE_IOERR -> "The disk fails: " + trouble.getMessage() + ".";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "The file is damaged: " + trouble.getMessage();
            case SQLITE_READONLY, SQLITE_PERM -> "There is no permission to write to the file.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program keeps the file locked.";
            case SQLITE_CANTOPEN -> "The file cannot be opened.";
            default -> String.valueOf(trouble.getMessage());
        };
    }

    private static SQLiteErrorCode primary(SQLiteException trouble) {
        return SQLiteErrorCode.getErrorCode(trouble.getResultCode().code & PRIMARY);
    }
}
