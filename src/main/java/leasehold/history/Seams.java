package leasehold.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Ends what a program left open that ended without closing. */
final class Seams {

    private Seams() {}

    /** Ends every run that has no end: at its last entry, as cut. */
    static void cut(Pen pen) throws SQLException {
        List<Run> open = new ArrayList<>();
        try (Statement statement = pen.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM run WHERE ending IS NULL")) {
            while (rows.next()) {
                open.add(Reading.run(rows));
            }
        }
        if (!open.isEmpty()) {
            pen.open();
            for (Run run : open) {
                pen.end(run.id(), end(pen, run));
            }
            pen.commit();
        }
    }

    private static Run.End end(Pen pen, Run run) throws SQLException {
        long held =
                pen.number(
                        "SELECT count(*) FROM live_lease WHERE run = ? AND state <> 'WAITING'",
                        run.id());
        long sessions =
                pen.number(
                        "SELECT count(DISTINCT epoch) FROM live_session WHERE run = ?", run.id());
        String last = "SELECT number, at FROM entry WHERE run = ? ORDER BY number DESC LIMIT 1";
        try (PreparedStatement query = pen.connection().prepareStatement(last)) {
            query.setLong(1, run.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Run.End(
                                Run.Ending.CUT,
                                Times.instant(row.getLong(2)),
                                row.getLong(1),
                                held,
                                sessions)
                        : new Run.End(Run.Ending.CUT, run.started(), 0, held, sessions);
            }
        }
    }
}
