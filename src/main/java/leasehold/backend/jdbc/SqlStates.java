package leasehold.backend.jdbc;

import static java.util.Map.entry;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import leasehold.backend.FailureCategory;
import org.jspecify.annotations.Nullable;

/**
 * What SQLStates mean for a session. Those of five digits that begin with 9 are H2's own; where a
 * server hides its reason behind a general state, the vendor's number tells.
 */
final class SqlStates {

    private static final String FAILED_TRANSACTION = "25P02";
    private static final int LONGEST_CHAIN = 10;

    private static final Map<String, FailureCategory> BY_STATE =
            Map.ofEntries(
                    entry("28000", FailureCategory.CREDENTIALS),
                    entry("28P01", FailureCategory.CREDENTIALS),
                    entry("42501", FailureCategory.RIGHTS),
                    entry("90040", FailureCategory.RIGHTS),
                    entry("90096", FailureCategory.RIGHTS),
                    entry("53300", FailureCategory.QUOTA),
                    entry("53400", FailureCategory.QUOTA),
                    entry("90020", FailureCategory.QUOTA),
                    entry("57P01", FailureCategory.UNREACHABLE),
                    entry("57P02", FailureCategory.UNREACHABLE),
                    entry("57P03", FailureCategory.UNREACHABLE),
                    entry("90067", FailureCategory.UNREACHABLE),
                    entry("90098", FailureCategory.UNREACHABLE),
                    entry("90121", FailureCategory.UNREACHABLE),
                    entry("57014", FailureCategory.TIMEOUT),
                    entry("HYT00", FailureCategory.TIMEOUT),
                    entry("HYT01", FailureCategory.TIMEOUT),
                    entry("08P01", FailureCategory.PROTOCOL),
                    entry("0A000", FailureCategory.PROTOCOL),
                    entry("3D000", FailureCategory.PROTOCOL),
                    entry("90013", FailureCategory.PROTOCOL),
                    entry("90146", FailureCategory.PROTOCOL));

    private static final Map<String, FailureCategory> BY_CLASS =
            Map.of("08", FailureCategory.UNREACHABLE, "28", FailureCategory.CREDENTIALS);

    private static final Map<String, FailureCategory> BY_VENDOR =
            Map.ofEntries(
                    entry("mysql 1040", FailureCategory.QUOTA),
                    entry("mysql 1044", FailureCategory.RIGHTS),
                    entry("mysql 1203", FailureCategory.QUOTA),
                    entry("mysql 3118", FailureCategory.LOCKED_OUT),
                    entry("mariadb 1040", FailureCategory.QUOTA),
                    entry("mariadb 1203", FailureCategory.QUOTA),
                    entry("mariadb 4151", FailureCategory.LOCKED_OUT),
                    entry("oracle 18", FailureCategory.QUOTA),
                    entry("oracle 20", FailureCategory.QUOTA),
                    entry("oracle 1017", FailureCategory.CREDENTIALS),
                    entry("oracle 1045", FailureCategory.RIGHTS),
                    entry("oracle 28000", FailureCategory.LOCKED_OUT),
                    entry("sqlserver 18456", FailureCategory.CREDENTIALS),
                    entry("sqlserver 18486", FailureCategory.LOCKED_OUT));

    private static final Set<String> LOSSES =
            Set.of(
                    "08000", "08003", "08006", "08007", "08S01", "57P01", "57P02", "57P05", "25P03",
                    "25P04", "90067", "90098", "90121");

    private SqlStates() {}

    /** Returns the category of a failure of the server behind a URL; UNKNOWN if nothing tells. */
    static FailureCategory category(SQLException failure, String url) {
        String vendor = vendor(url);
        FailureCategory told =
                chain(failure)
                        .flatMap(each -> told(each, vendor).stream())
                        .findFirst()
                        .orElse(FailureCategory.UNKNOWN);
        boolean open = told == FailureCategory.UNREACHABLE || told == FailureCategory.UNKNOWN;
        return open && timedOut(failure) ? FailureCategory.TIMEOUT : told;
    }

    /** Tells whether the connection a failure came from is gone. */
    static boolean isLoss(SQLException failure) {
        return failure instanceof SQLRecoverableException
                || chain(failure).anyMatch(each -> LOSSES.contains(state(each)));
    }

    /**
     * Tells whether the server has answered, though only that an earlier failure stands in the way.
     */
    static boolean isAnswer(SQLException failure) {
        return state(failure).equals(FAILED_TRANSACTION);
    }

    /** Returns the first SQLState of a failure; empty if there is none. */
    static String code(SQLException failure) {
        return chain(failure)
                .map(SqlStates::state)
                .filter(state -> !state.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<FailureCategory> told(SQLException failure, String vendor) {
        String state = state(failure);
        return Stream.of(
                        BY_VENDOR.get(vendor + " " + failure.getErrorCode()),
                        BY_STATE.get(state),
                        state.length() < 2 ? null : BY_CLASS.get(state.substring(0, 2)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean timedOut(SQLException failure) {
        return causes(failure)
                .anyMatch(
                        cause ->
                                cause instanceof SQLTimeoutException
                                        || cause instanceof SocketTimeoutException);
    }

    private static Stream<SQLException> chain(SQLException failure) {
        return causes(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    /**
     * Returns a failure with its causes, then those chained to it; bounded, for drivers make
     * circles.
     */
    private static Stream<Throwable> causes(SQLException failure) {
        return Stream.concat(
                walk(failure, Throwable::getCause),
                walk(failure, each -> ((SQLException) each).getNextException()).skip(1));
    }

    private static Stream<Throwable> walk(Throwable from, UnaryOperator<@Nullable Throwable> next) {
        return Stream.<Throwable>iterate(from, Objects::nonNull, next::apply).limit(LONGEST_CHAIN);
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }

    private static String vendor(String url) {
        String[] parts = url.split(":", 3);
        return parts.length < 2 ? "" : parts[1].toLowerCase(Locale.ROOT);
    }
}
