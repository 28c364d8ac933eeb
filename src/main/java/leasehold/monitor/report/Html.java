package leasehold.monitor.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes elements that are closed in the order in which they were opened, and text that is only
 * text, whatever stands in it.
 */
final class Html {

    private static final char UNKNOWN = '\uFFFD';

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Writer out) {
        this.out = out;
    }

    /** Opens an element with attributes: name, value, name, value … */
    Html open(String tag, Object... attributes) throws IOException {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() throws IOException {
        out.write("</" + open.pop() + ">");
        return this;
    }

    /** Closes the element that was opened last, at the end of a line. */
    Html closeLine() throws IOException {
        close();
        out.write('\n');
        return this;
    }

    /** Writes an element that has no content. */
    Html empty(String tag, Object... attributes) throws IOException {
        tag(tag, attributes);
        return this;
    }

    /** Writes an element that holds a text. */
    Html element(String tag, String text, Object... attributes) throws IOException {
        return open(tag, attributes).text(text).close();
    }

    Html text(String text) throws IOException {
        out.write(escaped(text));
        return this;
    }

    /** Writes what is of this program's own, as it is. */
    Html raw(String own) throws IOException {
        out.write(own);
        return this;
    }

    /** Returns a number as a drawing has it, in hundredths. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    private void tag(String tag, Object... attributes) throws IOException {
        out.write("<" + tag);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? number(number) : value.toString();
            out.write(" " + attributes[i] + "=\"" + escaped(text) + "\"");
        }
        out.write(">");
    }

    private static void append(StringBuilder to, int point) {
        switch (point) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            case '\n', '\t' -> to.append((char) point);
            default -> to.appendCodePoint(isAllowed(point) ? point : UNKNOWN);
        }
    }

    private static boolean isAllowed(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean none = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        return !half && !none && !Character.isISOControl(point);
    }
}
