package leasehold.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what stands in a file. */
final class Stored {

    private Stored() {}

    static List<StoredEntry> entries(Path file) throws IOException {
        try (HistoryReader reader = new HistoryReader(file)) {
            return reader.after(0, Integer.MAX_VALUE);
        }
    }

    static List<Run> runs(Path file) throws IOException {
        try (HistoryReader reader = new HistoryReader(file)) {
            return reader.runs();
        }
    }

    /** Returns the entries of a run. */
    static List<Entry> entries(Path file, long run) throws IOException, SQLException {
        List<Entry> entries = new ArrayList<>();
        String sql = "SELECT * FROM entry WHERE run = " + run + " ORDER BY number";
        try (HistoryReader reader = new HistoryReader(file);
                Statement statement = reader.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                entries.add(Reading.entry(rows).entry());
            }
        }
        return entries;
    }

    static List<Entry.Missed> gaps(Path file) throws IOException {
        return entries(file).stream()
                .map(StoredEntry::entry)
                .filter(Entry.Missed.class::isInstance)
                .map(Entry.Missed.class::cast)
                .toList();
    }

    /** Returns the first column of what a query finds. */
    static List<String> query(Path file, String sql) throws IOException, SQLException {
        List<String> answers = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(file);
                Statement statement = reader.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    /** Returns the steps by which a question is answered. */
    static List<String> plan(Path file, String sql) throws IOException, SQLException {
        List<String> steps = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(file);
                Statement statement = reader.connection().createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    /** Copies a store as it lies on the disk at this moment, as a kill would leave it. */
    static Path leftBehind(Path file, Path folder) throws IOException {
        Path copy = Files.createDirectories(folder).resolve(file.getFileName());
        for (String ending : List.of("", "-wal")) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            Files.copy(part, copy.resolveSibling(copy.getFileName() + ending));
        }
        return copy;
    }

    /** Returns the names of all files in a folder. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
