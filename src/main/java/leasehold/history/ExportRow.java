package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * An entry as it is written to a file of lines.
 *
 * @param store the store it comes from
 * @param position its place there
 * @param run its run
 * @param controller the controller of that run
 * @param number its number
 * @param atNanos the wall time, in nanoseconds since 1970
 * @param nanos the monotonic time
 * @param kind what kind of event it is, as {@code lease.granted}
 * @param epoch the number of the session; 0 if none
 * @param lease the id of the lease; 0 if none
 * @param client the client; empty if none
 * @param took how long that took which it ends, in nanoseconds
 * @param detail the rest, an object of JSON
 */
record ExportRow(
        String store,
        long position,
        long run,
        String controller,
        long number,
        long atNanos,
        long nanos,
        String kind,
        long epoch,
        long lease,
        String client,
        OptionalLong took,
        String detail) {

    /** Reads a row of {@code entry} with its controller. */
    static ExportRow of(String store, ResultSet row) throws SQLException {
        long took = row.getLong("took");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(took);
        return new ExportRow(
                store,
                row.getLong("position"),
                row.getLong("run"),
                row.getString("controller"),
                row.getLong("number"),
                row.getLong("at"),
                row.getLong("nanos"),
                row.getString("kind"),
                row.getLong("epoch"),
                row.getLong("lease"),
                row.getString("client"),
                known,
                row.getString("detail"));
    }

    Instant at() {
        return Times.instant(atNanos);
    }

    ExportRow hiddenBy(Pseudonyms names) {
        return new ExportRow(
                names.store(),
                position,
                run,
                names.inText(controller),
                number,
                atNanos,
                nanos,
                kind,
                epoch,
                lease,
                names.inText(client),
                took,
                names.inDetail(detail));
    }
}
