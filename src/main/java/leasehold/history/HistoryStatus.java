package leasehold.history;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a store is doing.
 *
 * @param file the file
 * @param readOnly why nothing is written to it; empty if it is the one that writes
 * @param written how many entries were stored since it was opened
 * @param pending how many wait to be stored
 * @param missed how many events were not stored since it was opened; gaps say which
 * @param trouble why nothing can be stored or read now, as a sentence; empty if all is well
 * @param bytes how large the file is, without its log, which comes and goes
 */
public record HistoryStatus(
        Path file,
        Optional<String> readOnly,
        long written,
        long pending,
        long missed,
        Optional<String> trouble,
        long bytes) {

    /** Checks that nothing is null. */
    public HistoryStatus {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(readOnly, "readOnly");
        Objects.requireNonNull(trouble, "trouble");
    }
}
