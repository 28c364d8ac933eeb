package leasehold.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Time that holds a thread of the test at its first reading of the clock: it has made up its mind,
 * and has not taken the lock.
 */
final class HesitantTime implements SessionTime {

    private final SessionTime time;
    private final CountDownLatch go = new CountDownLatch(1);
    private final ThreadLocal<CountDownLatch> coming = new ThreadLocal<>();

    HesitantTime(SessionTime time) {
        this.time = time;
    }

    /** Starts an act on a thread of its own, and returns when it is held. */
    <T> CompletableFuture<T> hold(Supplier<T> act) {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            coming.set(arrived);
                            result.completeAsync(act, Runnable::run);
                        });
        await(arrived);
        return result;
    }

    /** Lets go who is held. */
    void letGo() {
        go.countDown();
    }

    @Override
    public long nanos() {
        long nanos = time.nanos();
        CountDownLatch arrived = coming.get();
        if (arrived != null) {
            coming.remove();
            arrived.countDown();
            await(go);
        }
        return nanos;
    }

    @Override
    public Instant wall() {
        return time.wall();
    }

    @Override
    public Subscription after(Duration delay, Runnable action) {
        return time.after(delay, action);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
