package leasehold.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A disk that is full at will: the file may not grow by another page. */
final class FullDisk implements Options.Fault {

    private static final long ROOMY = 4_294_967_294L;

    private volatile boolean full;

    @Override
    public void before(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long most = full ? pages(statement) : ROOMY;
            statement.execute("PRAGMA max_page_count = " + most);
        }
    }

    void full(boolean now) {
        full = now;
    }

    private static long pages(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            return row.getLong(1);
        }
    }
}
