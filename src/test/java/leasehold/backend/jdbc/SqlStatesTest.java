package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {

    private static final String POSTGRES = "jdbc:postgresql://host/db";

    @ParameterizedTest
    @CsvSource({
        "28P01, CREDENTIALS",
        "28000, CREDENTIALS",
        "53300, QUOTA",
        "08001, UNREACHABLE",
        "08004, UNREACHABLE",
        "08006, UNREACHABLE",
        "57P03, UNREACHABLE",
        "42501, RIGHTS",
        "08P01, PROTOCOL",
        "90020, QUOTA",
        "90013, PROTOCOL",
        "HYT00, TIMEOUT",
        "22012, UNKNOWN"
    })
    void stateTellsTheCategory(String state, FailureCategory category) {
        assertThat(SqlStates.category(new SQLException("no", state), POSTGRES)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:oracle:thin:@h, 28000, LOCKED_OUT",
        "jdbc:oracle:thin:@h, 1017, CREDENTIALS",
        "jdbc:mysql://h/d, 1040, QUOTA",
        "jdbc:sqlserver://h, 18486, LOCKED_OUT",
        "jdbc:postgresql://h/d, 28000, UNREACHABLE"
    })
    void numberOfTheVendorTellsMoreThanTheState(String url, int number, FailureCategory category) {
        assertThat(SqlStates.category(new SQLException("no", "08004", number), url))
                .isEqualTo(category);
    }

    @Test
    void timeoutBehindAConnectionFailureIsATimeout() {
        SQLException failure = new SQLException("no", "08001", new SocketTimeoutException());
        assertThat(SqlStates.category(failure, POSTGRES)).isEqualTo(FailureCategory.TIMEOUT);
    }

    @Test
    void stateOfACauseOrOfTheNextCounts() {
        SQLException outer = new SQLException("no", new SQLException("inner", "28P01"));
        assertThat(SqlStates.category(outer, POSTGRES)).isEqualTo(FailureCategory.CREDENTIALS);
        SQLException batch = new SQLException("batch");
        batch.setNextException(new SQLException("gone", "57P01"));
        assertThat(SqlStates.isLoss(batch)).isTrue();
        assertThat(SqlStates.code(batch)).isEqualTo("57P01");
    }

    @Test
    void circleOfCausesEnds() {
        SQLException first = new SQLException("first");
        first.initCause(new SQLException("second", first));
        assertThat(SqlStates.category(first, POSTGRES)).isEqualTo(FailureCategory.UNKNOWN);
        assertThat(SqlStates.isLoss(first)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "08006", "08003", "08S01", "25P03", "90098", "90121"})
    void lossIsRecognised(String state) {
        assertThat(SqlStates.isLoss(new SQLException("gone", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "08P01", "25P02", "57014", "40001"})
    void failureOfAStatementIsNoLoss(String state) {
        assertThat(SqlStates.isLoss(new SQLException("no", state))).isFalse();
    }

    @Test
    void driverThatAsksForANewConnectionSaysALoss() {
        assertThat(SqlStates.isLoss(new SQLRecoverableException("gone"))).isTrue();
    }

    @Test
    void h2RefusesAWrongPasswordAsCredentials() throws SQLException {
        String url = "jdbc:h2:mem:refusing";
        try (var _ = DriverManager.getConnection(url, "a", "right")) {
            assertThat(refusal(url, "a", "wrong")).isEqualTo(FailureCategory.CREDENTIALS);
        }
        assertThat(refusal("jdbc:h2:mem:absent;IFEXISTS=TRUE", "a", ""))
                .isEqualTo(FailureCategory.PROTOCOL);
    }

    private static FailureCategory refusal(String url, String user, String password) {
        try (var _ = DriverManager.getConnection(url, user, password)) {
            throw new AssertionError("not refused");
        } catch (SQLException e) {
            return SqlStates.category(e, url);
        }
    }
}
