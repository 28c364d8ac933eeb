package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Goes through what a record has of a controller in a range of time, without keeping it. As its
 * reader, for one thread at a time.
 */
public final class Scan {

    private static final String FROM =
            " FROM entry e JOIN run r ON r.id = e.run"
                    + " WHERE r.controller = ? AND e.at >= ? AND e.at < ?";

    private final HistoryReader reader;
    private final String controller;
    private final ExportRange range;

    /**
     * The first and the last of what there is.
     *
     * @param first when the first happened
     * @param last when the last did
     * @param count how many there are
     */
    public record Extent(Instant first, Instant last, long count) {}

    /** Goes through what a reader reads. */
    public Scan(HistoryReader reader, String controller, ExportRange range) {
        this.reader = reader;
        this.controller = controller;
        this.range = range;
    }

    /** Returns from when to when there are entries; empty if there are none. */
    public Optional<Extent> extent() throws IOException {
        String sql = "SELECT min(e.at), max(e.at), count(*)" + FROM;
        try (PreparedStatement statement = prepared(sql);
                ResultSet row = statement.executeQuery()) {
            return row.getLong(3) == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Extent(
                                    Times.instant(row.getLong(1)),
                                    Times.instant(row.getLong(2)),
                                    row.getLong(3)));
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    /**
     * Gives every entry of some kinds, in the order in which they happened.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public void each(Set<EventKind> kinds, Consumer<StoredEntry> to)
            throws IOException, InterruptedException {
        String sql =
                "SELECT e.*" + FROM + ExportSelection.ofKinds(kinds) + " ORDER BY e.at, e.position";
        Steps steps = new Steps(_ -> {});
        try (PreparedStatement statement = prepared(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.next();
                to.accept(Reading.entry(rows));
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = reader.connection().prepareStatement(sql);
        statement.setString(1, controller);
        statement.setLong(2, range.fromNanos());
        statement.setLong(3, range.untilNanos());
        return statement;
    }
}
