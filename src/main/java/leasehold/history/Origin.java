package leasehold.history;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a run comes from that was imported.
 *
 * @param file the name of the file
 * @param at when it was imported
 */
public record Origin(String file, Instant at) {

    private static final String FILE = "source";
    private static final String AT = "imported";

    /** Checks that nothing is null. */
    public Origin {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(at, "at");
    }

    /** Reads it from a row of {@code run}; before version 5 none tells of any. */
    static Optional<Origin> of(ResultSet row) throws SQLException {
        ResultSetMetaData head = row.getMetaData();
        for (int column = 1; column <= head.getColumnCount(); column++) {
            if (head.getColumnName(column).equals(FILE) && row.getString(FILE) != null) {
                return Optional.of(new Origin(row.getString(FILE), Times.instant(row.getLong(AT))));
            }
        }
        return Optional.empty();
    }

    /** Says of a run that it comes from there. */
    void write(Pen pen, long run) throws SQLException {
        pen.update(
                "UPDATE run SET source = ?, imported = ? WHERE id = ?",
                Unicode.whole(file),
                Times.nanos(at),
                run);
    }
}
