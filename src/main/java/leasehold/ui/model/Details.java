package leasehold.ui.model;

import java.util.List;
import java.util.Optional;

/**
 * What the side pane shows of the row that is selected.
 *
 * @param title what it is called
 * @param id which one it is
 * @param look its state's icon and colour
 * @param state its state in words
 * @param facts what is known of it
 * @param sections what belongs to it
 * @param act what can be done about it
 */
public record Details(
        String title,
        String id,
        Look look,
        String state,
        List<Fact> facts,
        List<Section> sections,
        Act act) {

    /** What can be done about what is shown. */
    public enum Act {
        /** Nothing. */
        NONE,
        /** Revoke the lease. */
        REVOKE,
        /** Close the session. */
        CLOSE,
        /** Have the close of a stray tried again, or take it off the list. */
        RETRY_CLOSE,
        /** Try again although the failure answers all callers. */
        TRY_NOW
    }

    /**
     * One thing that is known.
     *
     * @param link where its value leads, if anywhere
     */
    public record Fact(String name, String value, Optional<Link> link) {

        /** Makes a fact that leads nowhere. */
        Fact(String name, String value) {
            this(name, value, Optional.empty());
        }
    }

    /**
     * Lines under a title.
     *
     * @param code whether they are lines of a program
     */
    public record Section(String title, List<String> lines, boolean code) {}

    /** Returns everything as text, to be copied. */
    public String copy() {
        StringBuilder text = new StringBuilder("%s %s, %s\n".formatted(title, id, state));
        facts.forEach(
                fact -> text.append(fact.name()).append('\t').append(fact.value()).append('\n'));
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            section.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
