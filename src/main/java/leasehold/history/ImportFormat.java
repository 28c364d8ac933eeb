package leasehold.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** In which form a file is that is to be imported, as its beginning tells. */
enum ImportFormat {
    RECORDING,
    JSON_LINES,
    CSV,
    HTML,
    OTHER;

    private static final String ALLOWED =
            "Allowed are JSON lines of all of a record, or a recording: export it as one of them.";

    private static final int BEGINNING = 64;

    static ImportFormat of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new HistoryRefusedException(file, "is no file. Name one.");
        }
        String beginning = beginning(file);
        if (beginning.startsWith("SQLite format 3")) {
            return RECORDING;
        }
        if (beginning.startsWith("{")) {
            return JSON_LINES;
        }
        if (beginning.startsWith(CsvLines.HEAD.strip().substring(0, BEGINNING / 2))) {
            return CSV;
        }
        return beginning.startsWith("<") ? HTML : OTHER;
    }

    /**
     * Returns what tells of a file of this form.
     *
     * @throws HistoryRefusedException if nothing can
     */
    ImportSource source(Path file) throws IOException {
        return switch (this) {
            case RECORDING -> new RecordingSource(file);
            case JSON_LINES -> new LinesSource(file);
            case CSV ->
                    throw refused(
                            file,
                            "is CSV, which has neither the monotonic times nor the snapshots of a"
                                    + " record, and durations rounded");
            case HTML -> throw refused(file, "is a report for a person");
            case OTHER -> throw refused(file, "is no export of a record");
        };
    }

    private static HistoryRefusedException refused(Path file, String what) {
        return new HistoryRefusedException(file, what + ". " + ALLOWED);
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        }
    }
}
