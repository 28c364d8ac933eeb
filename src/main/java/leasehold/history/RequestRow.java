package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import leasehold.history.RequestSpan.Ending;

/** All that a record says of one request, in a row. */
final class RequestRow {

    private final ResultSet row;
    private final RunBounds bounds;
    private final long lease;

    RequestRow(ResultSet row, RunBounds bounds) throws SQLException {
        this.row = row;
        this.bounds = bounds;
        lease = row.getLong("lease");
        bounds.mention(lease);
    }

    RequestSpan span() throws SQLException {
        OptionalLong gaveUp = time("gaveUp");
        if (gaveUp.isPresent()) {
            return until(asked(), gaveUp.getAsLong(), Ending.GAVE_UP);
        }
        if (time("refused").isPresent()) {
            return until(asked(), asked(), Ending.REFUSED);
        }
        if (time("granted").isPresent() || time("ended").isPresent()) {
            return held();
        }
        return until(asked(), bounds.seenUntil(lease), Ending.UNANSWERED);
    }

    private RequestSpan held() throws SQLException {
        long granted = granted();
        OptionalLong abandoned = time("abandoned");
        if (abandoned.isPresent()) {
            return until(granted, abandoned.getAsLong(), Ending.LEFT);
        }
        OptionalLong ended = time("ended");
        if (ended.isPresent()) {
            return until(granted, time("late").orElse(ended.getAsLong()), Ending.RELEASED);
        }
        return until(
                granted,
                bounds.seenUntil(lease),
                bounds.isLive(lease) ? Ending.HELD : Ending.UNSEEN);
    }

    private RequestSpan until(long from, long until, Ending ending) throws SQLException {
        long lasts = Math.max(0, until - from);
        return new RequestSpan(row.getString("client"), asked(), lasts, ending);
    }

    /** One of which the asking is not in the record did not wait, as far as anybody knows. */
    private long asked() throws SQLException {
        OptionalLong asked = time("asked");
        return asked.isPresent() ? asked.getAsLong() : granted();
    }

    private long granted() throws SQLException {
        OptionalLong granted = time("granted");
        return granted.isPresent()
                ? granted.getAsLong()
                : Math.max(bounds.startNanos(), row.getLong("ended") - row.getLong("held"));
    }

    private OptionalLong time(String name) throws SQLException {
        long time = row.getLong(name);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(time);
    }
}
