package leasehold.ui.fx;

/** Where a table's new rows come. */
public enum Newest {
    /** Before all others. */
    FIRST,
    /** After all others. */
    LAST,
    /** Among the others. */
    ANYWHERE;

    /** Returns where they come when the order is turned round. */
    public Newest turned() {
        return switch (this) {
            case FIRST -> LAST;
            case LAST -> FIRST;
            case ANYWHERE -> ANYWHERE;
        };
    }
}
