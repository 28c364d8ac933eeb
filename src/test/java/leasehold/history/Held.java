package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A disk that takes its time: the writer is held at the beginning of a transaction. */
final class Held implements Options.Fault {

    private final CountDownLatch come = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void before(Connection connection) throws SQLException {
        come.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }

    /** Waits until the writer is held. */
    void awaitWriter() throws InterruptedException {
        assertThat(come.await(60, TimeUnit.SECONDS)).isTrue();
    }

    void letGo() {
        open.countDown();
    }
}
