package leasehold.session;

import java.util.Objects;

/**
 * An operator's act, as it stands in the events.
 *
 * @param operator who acted
 * @param reason why, in the operator's words; may be empty
 */
public record Act(String operator, String reason) {

    /** Checks that nothing is null. */
    public Act {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? operator : operator + ": \"" + reason + '"';
    }
}
