package leasehold.monitor.report;

import java.util.Locale;
import leasehold.monitor.SessionRecord.State;

/** The colour and the sign of a state, as the window has them. */
enum Tone {
    /** All is well. */
    OPEN,
    /** Something is being done. */
    BUSY,
    /** It is kept for a while. */
    LINGER,
    /** It is over. */
    CLOSED,
    /** It failed. */
    FAIL,
    /** Somebody should look. */
    WARN;

    static Tone of(State state) {
        return switch (state) {
            case OPEN -> OPEN;
            case OPENING, DRAINING, RETIRING, CLOSING -> BUSY;
            case LINGERING -> LINGER;
            case CLOSED, UNSEEN, CUT -> CLOSED;
            case OPEN_FAILED, LOST -> FAIL;
            case UNCLOSED, FORGOTTEN -> WARN;
        };
    }

    /** Returns its class in the style sheet, and with {@code #sign-} before it its sign. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
