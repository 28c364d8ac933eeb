package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The file of a record that was open is no longer there: somebody deleted, moved or renamed it. The
 * message is a sentence that says which file, and what to do. Whoever asks again once the file is
 * back is answered.
 */
public final class RecordGoneException extends IOException {

    private static final long serialVersionUID = 1;

    /** Says which file is gone. */
    RecordGoneException(Path file) {
        super(say(file));
    }

    /** Says in a sentence which file is gone, and what to do. */
    static String say(Path file) {
        return file
                + " is gone: it was deleted, moved or renamed. What is shown stays; put the file back"
                + " under this name, and it is read on.";
    }
}
