package leasehold.ui.model;

import java.util.List;
import java.util.Optional;

/**
 * What the side pane shows of the row that is selected.
 *
 * @param title what it is called
 * @param id which one it is
 * @param state what it is
 * @param facts what is known of it
 * @param sections what belongs to it
 * @param act what can be done about it
 */
public record Details(
        String title, String id, State state, List<Fact> facts, List<Section> sections, Act act) {

    /** What can be done about what is shown. */
    public enum Act {
        /** Nothing. */
        NONE,
        /** Nothing any more: the lease has ended. */
        ENDED,
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
     * What something is.
     *
     * @param look icon and colour
     * @param words the state in words
     * @param badge what is to be noticed about it; may be empty
     */
    public record State(Look look, String words, String badge) {}

    /**
     * One thing that is known.
     *
     * @param hint what the value is short for; empty if nothing
     * @param link where the value leads, if anywhere
     */
    public record Fact(String name, String value, String hint, Optional<Link> link) {

        /** Creates a fact that leads nowhere. */
        public Fact(String name, String value, String hint) {
            this(name, value, hint, Optional.empty());
        }

        /** Creates a fact that is short for nothing. */
        public Fact(String name, String value) {
            this(name, value, "");
        }
    }

    /** What stands under a title. */
    public sealed interface Section {

        /** Returns the title. */
        String title();

        /** Returns everything as lines of text. */
        List<String> lines();
    }

    /** Lines of text. */
    public record Prose(String title, List<String> lines) implements Section {}

    /**
     * Lines of a program.
     *
     * @param own those of the program's own code, which come first to one's mind
     * @param lines all of them, with those of libraries
     */
    public record Code(String title, List<String> own, List<String> lines) implements Section {

        /** Returns how many lines are those of libraries. */
        public int folded() {
            return lines.size() - own.size();
        }
    }

    /** What happened, in the order in which it is to be read. */
    public record Story(String title, List<Moment> moments) implements Section {

        @Override
        public List<String> lines() {
            return moments.stream().map(moment -> moment.time() + "  " + moment.what()).toList();
        }
    }

    /**
     * One thing that happened.
     *
     * @param time when
     * @param exact when, by ISO 8601 and in UTC
     */
    public record Moment(String time, String exact, String what) {}

    /** Returns everything as text, to be copied. */
    public String copy() {
        String marked = state.badge().isEmpty() ? "" : ", " + state.badge();
        StringBuilder text =
                new StringBuilder("%s %s, %s%s\n".formatted(title, id, state.words(), marked));
        facts.forEach(
                fact -> text.append(fact.name()).append('\t').append(fact.value()).append('\n'));
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            section.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
