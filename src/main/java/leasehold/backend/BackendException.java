package leasehold.backend;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure of a backend whose category is known. */
public class BackendException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureCategory category;
    private final @Nullable String code;

    /** Creates a failure of the given category. */
    public BackendException(FailureCategory category, String message) {
        this(category, null, message, null);
    }

    /** Creates a failure of the given category with what caused it. */
    public BackendException(FailureCategory category, String message, @Nullable Throwable cause) {
        this(category, null, message, cause);
    }

    /** Creates a failure that also bears the server's own code for it, such as an SQLState. */
    public BackendException(
            FailureCategory category,
            @Nullable String code,
            String message,
            @Nullable Throwable cause) {
        super(message, cause);
        this.category = Objects.requireNonNull(category, "category");
        this.code = code;
    }

    /** Returns why it failed, which decides what happens next. */
    public FailureCategory category() {
        return category;
    }

    /** Returns the server's own code for the failure, such as an SQLState. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
