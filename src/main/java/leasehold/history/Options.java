package leasehold.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/**
 * How a store works inside; tests differ.
 *
 * @param schema the tables
 * @param capacity how many events may wait to be written, from 2
 * @param pace how long events wait for others to be written with them
 * @param retry how long to wait after trouble before the next try
 * @param patience how long a disk may not get on before it is given up at the end
 * @param interval after how many entries of a run at the earliest a snapshot is stored
 * @param clock the wall clock
 * @param fault called at the beginning of every transaction
 */
record Options(
        Schema schema,
        int capacity,
        Duration pace,
        Duration retry,
        Duration patience,
        long interval,
        Clock clock,
        Fault fault) {

    /** What may go wrong with a transaction, at will. */
    @FunctionalInterface
    interface Fault {
        void before(Connection connection) throws SQLException;
    }

    private static final int ROOM = 1 << 17;
    private static final long INTERVAL = 10_000;

    static Options usual() {
        return new Options(
                new Schema(),
                ROOM,
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                INTERVAL,
                Clock.systemUTC(),
                _ -> {});
    }

    Options withSchema(Schema other) {
        return new Options(other, capacity, pace, retry, patience, interval, clock, fault);
    }

    Options withCapacity(int other) {
        return new Options(schema, other, pace, retry, patience, interval, clock, fault);
    }

    Options withRetry(Duration other) {
        return new Options(schema, capacity, pace, other, patience, interval, clock, fault);
    }

    Options withPatience(Duration other) {
        return new Options(schema, capacity, pace, retry, other, interval, clock, fault);
    }

    Options withClock(Clock other) {
        return new Options(schema, capacity, pace, retry, patience, interval, other, fault);
    }

    Options withFault(Fault other) {
        return new Options(schema, capacity, pace, retry, patience, interval, clock, other);
    }

    Options withInterval(long other) {
        return new Options(schema, capacity, pace, retry, patience, other, clock, fault);
    }
}
