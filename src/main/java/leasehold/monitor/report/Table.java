package leasehold.monitor.report;

import java.io.IOException;
import java.util.List;

/** A table that scrolls sideways where it has no room. */
final class Table {

    private final Html html;
    private final List<Boolean> right;
    private int column;

    /**
     * Begins a table.
     *
     * @param heads the heads of its columns; one that begins with a greater-than sign stands right
     */
    Table(Html html, List<String> heads) throws IOException {
        this.html = html;
        right = heads.stream().map(head -> head.startsWith(">")).toList();
        html.open("div", "class", "wide").open("table").open("thead").open("tr");
        for (String head : heads) {
            boolean end = head.startsWith(">");
            html.element("th", end ? head.substring(1) : head, "scope", "col", "class", style(end));
        }
        html.close().close().raw("\n").open("tbody");
    }

    Table row() throws IOException {
        column = 0;
        html.open("tr");
        return this;
    }

    /** Writes a cell; a text. */
    Table cell(String text) throws IOException {
        html.element("td", text, "class", style(right.get(column)));
        column++;
        return this;
    }

    /** Writes a cell; a state, with its sign. */
    Table state(Tone tone, String word) throws IOException {
        html.open("td", "class", "state " + tone.style());
        html.raw("<svg class=\"sign\" aria-hidden=\"true\"><use href=\"#sign-");
        html.raw(tone.style()).raw("\"></use></svg>").text(word).close();
        column++;
        return this;
    }

    Table endRow() throws IOException {
        html.closeLine();
        return this;
    }

    void end() throws IOException {
        html.close().close().closeLine();
    }

    private static String style(boolean end) {
        return end ? "n" : "t";
    }
}
