package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Entries as values separated by commas. */
final class CsvLines implements Export.Lines {

    private static final String END = "\r\n";
    private static final List<String> COLUMNS =
            List.of(
                    "run",
                    "controller",
                    "number",
                    "time",
                    "kind",
                    "session",
                    "lease",
                    "client",
                    "took_ms",
                    "detail");

    @Override
    public String head() {
        return String.join(",", COLUMNS) + END;
    }

    @Override
    public String line(ResultSet entry) throws SQLException {
        return List.of(
                                Long.toString(entry.getLong("run")),
                                entry.getString("controller"),
                                Long.toString(entry.getLong("number")),
                                Times.instant(entry.getLong("at")).toString(),
                                entry.getString("kind"),
                                number(entry.getLong("epoch")),
                                number(entry.getLong("lease")),
                                entry.getString("client"),
                                millis(entry),
                                entry.getString("detail"))
                        .stream()
                        .map(CsvLines::cell)
                        .collect(Collectors.joining(","))
                + END;
    }

    /** Quotes a cell where it must be, and keeps a spreadsheet from running it. */
    static String cell(String text) {
        String harmless = runs(text) ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    /** A number below 0 is none, and there is no other. */
    private static boolean runs(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
    }

    private static String number(long id) {
        return id == 0 ? "" : Long.toString(id);
    }

    private static String millis(ResultSet entry) throws SQLException {
        long nanos = entry.getLong("took");
        return entry.wasNull() ? "" : Double.toString(nanos / 1e6);
    }
}
