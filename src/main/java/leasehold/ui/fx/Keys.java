package leasehold.ui.fx;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * All keys of the window. What a key does is bound to its constant, and the sheet lists the
 * constants, so that it shows what is. A character without a modifier only moves the focus.
 */
public enum Keys {
    /** Acquire a lease. */
    ACQUIRE(Where.WINDOW, "Shortcut+N"),
    /** Close the session. */
    CLOSE_SESSION(Where.WINDOW, "Shortcut+Shift+W"),
    /** Go to the filter of the tab in front. */
    FILTER(Where.WINDOW, '/', "Shortcut+F"),
    /** Bring a tab to the front: the first key the first tab. */
    TAB(Where.WINDOW, digits()),
    /** Pause the tables, or let them go on. */
    PAUSE(Where.WINDOW, "Shortcut+E"),
    /** Open a recording. */
    OPEN(Where.WINDOW, "Shortcut+O"),
    /** Export from the record. */
    EXPORT(Where.WINDOW, "Shortcut+S"),
    /** Open or close the side pane. */
    SIDE_PANE(Where.WINDOW, "Shortcut+I"),
    /** Go to the next failure. */
    NEXT_FAILURE(Where.WINDOW, "F8"),
    /** Go to the previous failure. */
    PREVIOUS_FAILURE(Where.WINDOW, "Shift+F8"),
    /** Go to the next region of the window. */
    NEXT_REGION(Where.WINDOW, "F6"),
    /** Go to the previous region of the window. */
    PREVIOUS_REGION(Where.WINDOW, "Shift+F6"),
    /** Show all keys. */
    SHEET(Where.WINDOW, "F1"),
    /** Show the details of what is selected. */
    DETAILS(Where.TABLE, "Enter"),
    /** Go where new rows come, and follow them. */
    FOLLOW(Where.TABLE, "End"),
    /** Copy the selected rows with tabs between the columns. */
    COPY(Where.TABLE, "Shortcut+C"),
    /** Copy the selected rows in another format. */
    COPY_AS(Where.TABLE, "Shortcut+Shift+C"),
    /** Clear the filter. */
    CLEAR_FILTER(Where.TABLE, "Esc"),
    /** Release leases. */
    RELEASE(Where.LEASES, "Delete"),
    /** Revoke leases. */
    REVOKE(Where.LEASES, "Shift+Delete"),
    /** Mute a failure, or end that. */
    MUTE(Where.FAILURES, "Shortcut+M"),
    /** Close a dialog, and do nothing. */
    CANCEL(Where.DIALOG, "Esc");

    private static final char NONE = 0;

    private final Where where;
    private final char typed;
    private final List<KeyCombination> combinations;

    /** Where a key works. */
    public enum Where {
        /** Wherever the focus is, unless a dialog is open. */
        WINDOW,
        /** In every table. */
        TABLE,
        /** In the table of leases. */
        LEASES,
        /** In the table of failures. */
        FAILURES,
        /** In a dialog. */
        DIALOG
    }

    Keys(Where where, String... combinations) {
        this(where, NONE, combinations);
    }

    Keys(Where where, char typed, String... combinations) {
        this.where = where;
        this.typed = typed;
        this.combinations = Stream.of(combinations).map(KeyCombination::valueOf).toList();
    }

    /** Returns where it works. */
    public Where where() {
        return where;
    }

    /** Returns its combinations. */
    public List<KeyCombination> combinations() {
        return combinations;
    }

    /** Tells whether a key that was pressed is it. */
    public boolean pressed(KeyEvent key) {
        return combinations.stream().anyMatch(combination -> combination.match(key));
    }

    /** Tells whether a character that was typed is it. */
    public boolean typed(KeyEvent key) {
        return typed != NONE && key.getCharacter().equals(String.valueOf(typed));
    }

    /** Returns how it is written. */
    public String text() {
        return text(combinations.size());
    }

    /** Returns how it is written, if only so many of its combinations do something. */
    public String text(int many) {
        String first = written(combinations.getFirst());
        if (many > 1) {
            return first + " … " + written(combinations.get(many - 1));
        }
        return typed == NONE ? first : first + "  " + typed;
    }

    /** A keyboard says Enter and Esc, where the toolkit draws an arrow or spells it out. */
    private static String written(KeyCombination combination) {
        return combination.getDisplayText().replace("\u21B5", "Enter").replace("Escape", "Esc");
    }

    private static String[] digits() {
        return Stream.iterate(1, digit -> digit < 10, digit -> digit + 1)
                .map(digit -> "Shortcut+" + digit)
                .toArray(String[]::new);
    }
}
