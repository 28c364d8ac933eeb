package leasehold.backend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call of a backend on a thread of its own, so that one that never returns fails a test and does
 * not hold it up.
 */
public final class TimedCall<T> {

    private final String what;
    private final FutureTask<T> task;
    private final Thread thread;

    private TimedCall(String what, Callable<T> call) {
        this.what = what;
        task = new FutureTask<>(call);
        thread = Thread.ofVirtual().name(what).start(task);
    }

    /** Starts a call. */
    public static <T> TimedCall<T> start(String what, Callable<T> call) {
        return new TimedCall<>(what, call);
    }

    /**
     * Makes a call and returns what it returns or throws; an assertion fails if it takes longer.
     */
    public static <T> T within(Duration patience, String what, Callable<T> call) throws Exception {
        return start(what, call).end(patience);
    }

    /** Waits for what the call returns or throws; an assertion fails if it takes longer. */
    public T end(Duration patience) throws Exception {
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AssertionError(what + " did not return within " + patience, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw new AssertionError(what + " threw an error", e.getCause());
        }
    }

    /** Waits until the call is held up somewhere. */
    public void awaitBlocked(Duration patience) {
        await().atMost(patience.plusMillis(100))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> blocked() || task.isDone());
    }

    /** Returns the thread on which the call runs. */
    public Thread thread() {
        return thread;
    }

    private boolean blocked() {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }
}
