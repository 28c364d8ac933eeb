package leasehold.history;

import java.io.IOException;
import java.sql.SQLException;

/** A file that is imported. */
interface ImportSource {

    /**
     * Tells all that the file has: its runs, then entries and snapshots, each in the order
     * in which they were stored, then that this was all.
     *
     * @throws HistoryRefusedException if the target refuses something, or it cannot be read
     * @throws SQLException if the target cannot write
     */
    void tell(ImportTarget to) throws IOException, SQLException, InterruptedException;
}
