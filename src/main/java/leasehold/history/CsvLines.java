package leasehold.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as values separated by commas. */
final class CsvLines implements LineExport.Lines {

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

    /** What the file begins with. */
    static final String HEAD = String.join(",", COLUMNS) + END;

    @Override
    public LineExport.Frame frame(
            HistoryReader reader, ExportOrder order, Optional<Pseudonyms> names) {
        return out -> out.write(HEAD);
    }

    @Override
    public String line(ExportRow row) {
        return Stream.of(
                                Long.toString(row.run()),
                                row.controller(),
                                Long.toString(row.number()),
                                row.at().toString(),
                                row.kind(),
                                number(row.epoch()),
                                number(row.lease()),
                                row.client(),
                                millis(row.took()),
                                row.detail())
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

    private static String millis(OptionalLong nanos) {
        return nanos.isPresent() ? Double.toString(nanos.getAsLong() / 1e6) : "";
    }
}
