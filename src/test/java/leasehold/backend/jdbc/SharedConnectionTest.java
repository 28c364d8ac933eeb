package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedConnectionTest {

    private final List<SQLException> failures = new ArrayList<>();
    private Connection real;
    private SharedConnection shared;
    private Connection given;

    @BeforeEach
    void connect() throws SQLException {
        real = DriverManager.getConnection("jdbc:h2:mem:");
        shared = new SharedConnection(real, failures::add);
        given = shared.as(Connection.class).orElseThrow();
    }

    @AfterEach
    void disconnect() throws SQLException {
        real.close();
    }

    @Test
    void closeAndAbortAreIgnored() throws SQLException {
        given.close();
        given.abort(Runnable::run);
        assertThat(real.isClosed()).isFalse();
        assertThat(given.isClosed()).isFalse();
    }

    @Test
    void noWayLeadsToAConnectionThatCanBeClosed() throws SQLException {
        try (Statement statement = given.createStatement();
                PreparedStatement prepared = given.prepareStatement("SELECT 1");
                ResultSet rows = prepared.executeQuery()) {
            assertThat(statement.getConnection()).isSameAs(given);
            assertThat(prepared.getConnection()).isSameAs(given);
            assertThat(rows.getStatement().getConnection()).isSameAs(given);
            assertThat(given.getMetaData().getConnection()).isSameAs(given);
        }
        assertThat(given.unwrap(Connection.class)).isSameAs(given);
        assertThat(given.isWrapperFor(Connection.class)).isTrue();
    }

    @Test
    void driversOwnClassIsNotGiven() throws SQLException {
        assertThat(given.isWrapperFor(JdbcConnection.class)).isFalse();
        assertThatThrownBy(() -> given.unwrap(JdbcConnection.class))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("JdbcConnection");
        assertThat(shared.as(JdbcConnection.class)).isEmpty();
    }

    @Test
    void statementsWorkAndAreClosedByTheirHolder() throws SQLException {
        PreparedStatement prepared = given.prepareStatement("SELECT ? + 1");
        prepared.setInt(1, 41);
        try (prepared;
                ResultSet rows = prepared.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
        assertThat(prepared.isClosed()).isTrue();
    }

    @Test
    void failureIsThrownAsItIsAndLookedAt() {
        assertThatThrownBy(() -> given.prepareStatement("SELECT nothing"))
                .isInstanceOf(SQLException.class)
                .isSameAs(failures.getFirst());
    }

    @Test
    void equalityIsThatOfWhatIsBehind() throws SQLException {
        try (Statement statement = given.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            assertThat(rows.getStatement()).isEqualTo(statement).hasSameHashCodeAs(statement);
        }
        assertThat(given)
                .isEqualTo(given.unwrap(Connection.class))
                .isNotEqualTo(real)
                .hasToString("shared Connection");
    }

    @Test
    void isBusyOnlyDuringACall() throws SQLException {
        given.getAutoCommit();
        assertThat(shared.busy()).isFalse();
    }
}
