package leasehold.history;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines that are not so long that they fill the memory. For one thread. */
final class BoundedLines implements AutoCloseable {

    /** More than a snapshot of 100,000 leases has. */
    private static final int LONGEST = 1 << 25;

    private final Reader reader;
    private final int longest;

    BoundedLines(Reader reader) {
        this(reader, LONGEST);
    }

    BoundedLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /**
     * Returns the next line without its end; empty if there is none.
     *
     * @throws IllegalArgumentException if it is too long
     */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            if (line.length() == longest) {
                throw new IllegalArgumentException(
                        "it has more than %d characters; allowed are so many".formatted(longest));
            }
            line.append((char) read);
            read = reader.read();
        }
        return Optional.of(line.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
