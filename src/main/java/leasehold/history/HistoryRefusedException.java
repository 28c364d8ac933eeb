package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file was refused as a store: it is no record, or a damaged one, or of a newer version. It was
 * left untouched. The message is a sentence that says what the file is and what to do.
 */
public final class HistoryRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    /** Says what a file is, and what to do. */
    HistoryRefusedException(Path file, String what) {
        super(file + " " + what);
    }
}
