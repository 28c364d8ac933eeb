package leasehold.ui.fx;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How rows are copied, as they are shown. */
public enum CopyFormat {
    /** RFC 4180, with a header. */
    CSV,
    /** An array of objects. */
    JSON,
    /** A table for a ticket or a chat. */
    MARKDOWN,
    /** Columns with tabs between them, under a header. */
    TSV;

    private static final String RUN_BY_SPREADSHEETS = "=+-@＝＋－＠\t\r";
    private static final String NUMBER = "[-+]?\\d+([.,]\\d+)*";
    private static final String MARKS = "([\\\\`*_|<>\\[\\]])";

    /**
     * A column.
     *
     * @param id its name for a program
     * @param title its name for a person
     * @param right whether it stands at the right
     */
    public record Column(String id, String title, boolean right) {}

    /** Returns rows as text; every row has a cell for each column. */
    public String of(List<Column> columns, List<List<String>> rows) {
        List<String> titles = columns.stream().map(Column::title).toList();
        return switch (this) {
            case TSV -> lines(titles, rows, CopyFormat::tabbed, "\t", "\n");
            case CSV -> lines(titles, rows, CopyFormat::quoted, ",", "\r\n");
            case JSON -> json(columns, rows);
            case MARKDOWN -> markdown(columns, titles, rows);
        };
    }

    private static String lines(
            List<String> titles,
            List<List<String>> rows,
            UnaryOperator<String> cell,
            String between,
            String end) {
        StringBuilder text = new StringBuilder(join(titles, cell, between)).append(end);
        rows.forEach(row -> text.append(join(row, cell, between)).append(end));
        return text.toString();
    }

    private static String join(List<String> cells, UnaryOperator<String> cell, String between) {
        return cells.stream().map(cell).collect(Collectors.joining(between));
    }

    private static String tabbed(String cell) {
        return harmless(cell).replaceAll("[\\t\\r\\n]+", " ");
    }

    private static String quoted(String cell) {
        String safe = harmless(cell);
        boolean plain = safe.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /**
     * A spreadsheet takes what begins like a formula for one, unless an apostrophe stands first.
     */
    private static String harmless(String cell) {
        String begins = cell.replaceFirst("^[ \\n]+", "");
        boolean runs = !begins.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(begins.charAt(0)) >= 0;
        return runs && !begins.matches(NUMBER) ? '\'' + cell : cell;
    }

    private static String json(List<Column> columns, List<List<String>> rows) {
        return rows.stream()
                .map(row -> object(columns, row))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String object(List<Column> columns, List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> string(columns.get(i).id()) + ": " + string(row.get(i)))
                .collect(Collectors.joining(", ", "  {", "}"));
    }

    private static String string(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return escaped.append('"').toString();
    }

    private static String markdown(
            List<Column> columns, List<String> titles, List<List<String>> rows) {
        String rule =
                columns.stream()
                        .map(column -> column.right() ? "---:" : "---")
                        .collect(Collectors.joining(" | ", "| ", " |\n"));
        return bar(titles)
                + rule
                + rows.stream().map(CopyFormat::bar).collect(Collectors.joining());
    }

    private static String bar(List<String> cells) {
        return "| " + join(cells, CopyFormat::marked, " | ") + " |\n";
    }

    private static String marked(String cell) {
        return cell.replaceAll(MARKS, "\\\\$1").replaceAll("[\\r\\n]+", " ");
    }
}
