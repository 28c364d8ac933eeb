package leasehold.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import leasehold.session.SessionListener;

/** Opens what the store keeps for itself to those who measure it. */
public final class Tape {

    private static final String PAGE =
            "SELECT * FROM entry WHERE run = ? AND number >= ? ORDER BY number LIMIT ?";

    private Tape() {}

    /** Returns what a controller would tell its events to. */
    public static SessionListener record(HistoryStore store, String controller) {
        return store.recording(controller).listener();
    }

    /** Returns entries of a run from a number on. */
    public static List<StoredEntry> page(HistoryReader reader, Run run, long from, int most)
            throws IOException {
        List<StoredEntry> entries = new ArrayList<>(most);
        try (PreparedStatement query = reader.connection().prepareStatement(PAGE)) {
            query.setLong(1, run.id());
            query.setLong(2, from);
            query.setInt(3, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(Reading.entry(rows));
                }
            }
        } catch (SQLException e) {
            throw reader.failed(e);
        }
        return entries;
    }
}
