package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.session.SessionListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writing keeps up. {@code -Dhistory.seconds} says for how long, {@code -Dhistory.rate} with what.
 */
@Tag("stress")
class PaceTest {

    private static final Logger LOG = LoggerFactory.getLogger(PaceTest.class);
    private static final int SECONDS = Integer.getInteger("history.seconds", 60);
    private static final int RATE = Integer.getInteger("history.rate", 100_000);
    private static final Holder HOLDER =
            new Holder(
                    "svc-billing",
                    "app-01",
                    4711,
                    "pool-3-thread-17",
                    Optional.of(
                            new StackTraceElement(
                                    "com.example.orders.OrderSync", "run", "OrderSync.java", 88)),
                    List.of());

    @TempDir private Path folder;
    private long number;
    private long mostPending;

    @Test
    void keepsUpWithAHundredThousandEventsASecond() throws Exception {
        try (HistoryStore store = HistoryStore.open(folder.resolve("pace.leasehold"))) {
            SessionListener listener = store.recording("demo").listener();
            warmUp(store, listener);
            long warm = number;
            long began = System.nanoTime();
            for (long told = 0; told < (long) RATE * SECONDS; told += 200) {
                pause(began + told * TimeUnit.SECONDS.toNanos(1) / RATE);
                leases(listener);
                mostPending = Math.max(mostPending, store.status().pending());
            }
            double told = (System.nanoTime() - began) / 1e9;
            store.flush();
            double stored = (System.nanoTime() - began) / 1e9;
            HistoryStatus status = store.status();
            LOG.info(
                    "{} events told in {} s, stored in {} s ({} a second), at most {} waited,"
                            + " {} missed, {} bytes each",
                    number - warm,
                    told,
                    stored,
                    Math.round((number - warm) / stored),
                    mostPending,
                    status.missed(),
                    status.bytes() / number);
            assertThat(status.missed()).isZero();
            assertThat(status.written()).isEqualTo(number);
        }
    }

    /** A program that has just begun is not yet compiled. */
    private void warmUp(HistoryStore store, SessionListener listener) throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            for (int times = 0; times < 100; times++) {
                leases(listener);
            }
            store.flush();
        }
    }

    private void leases(SessionListener listener) {
        for (int i = 0; i < 100; i++) {
            Stamp granted = stamp();
            long lease = granted.number();
            listener.onEvent(new SessionEvent.Granted(granted, info(lease, granted.at())));
            LeaseEnd end = LeaseEnd.of(LeaseEnd.Kind.RELEASED);
            listener.onEvent(new SessionEvent.Ended(stamp(), lease, "billing-sync", end, 118_000));
        }
    }

    private Stamp stamp() {
        return new Stamp(++number, Instant.now(), System.nanoTime(), 17);
    }

    private static void pause(long until) {
        long left = until - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private static LeaseInfo info(long id, Instant at) {
        return new LeaseInfo(
                id,
                17,
                LeaseInfo.State.HELD,
                "billing-sync",
                HOLDER,
                "nightly",
                "",
                at,
                Optional.of(at),
                0,
                false,
                Optional.empty(),
                false);
    }
}
