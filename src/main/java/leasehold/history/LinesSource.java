package leasehold.history;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** A file of JSON lines that is imported. */
final class LinesSource implements ImportSource {

    private final Path file;

    LinesSource(Path file) {
        this.file = file;
    }

    @Override
    public void tell(ImportTarget to) throws IOException, SQLException, InterruptedException {
        long number = 1;
        try (BoundedLines lines = new BoundedLines(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                tell(JsonLine.of(line.get()), to);
                number++;
            }
            to.end();
        } catch (CharacterCodingException e) {
            throw refused(number, "it is no text in UTF-8");
        } catch (IllegalArgumentException e) {
            throw refused(number, String.valueOf(e.getMessage()));
        }
    }

    private static void tell(JsonLine line, ImportTarget to)
            throws SQLException, InterruptedException {
        switch (line.text("kind")) {
            case JsonFrame.RUN -> to.run(line.run());
            case JsonFrame.SNAPSHOT -> to.snapshot(line.snapshot());
            default -> to.entry(line.number("run"), line.entry());
        }
    }

    private HistoryRefusedException refused(long number, String why) {
        return new HistoryRefusedException(
                file,
                "cannot be imported: line %d: %s. Nothing was imported.".formatted(number, why));
    }
}
