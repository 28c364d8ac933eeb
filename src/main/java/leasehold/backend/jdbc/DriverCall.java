package leasehold.backend.jdbc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A blocking call of a driver, on a virtual thread of its own: there an interrupt closes the socket
 * it waits on, which drivers by themselves do not hear.
 */
final class DriverCall<T> {

    private final FutureTask<T> task;
    private final Thread thread;
    private volatile boolean interrupted;

    private DriverCall(String name, Callable<T> call) {
        task = new FutureTask<>(call);
        thread = Thread.ofVirtual().name(name).inheritInheritableThreadLocals(false).start(task);
    }

    static <T> DriverCall<T> start(String name, Callable<T> call) {
        return new DriverCall<>(name, call);
    }

    /**
     * Waits for the result.
     *
     * @throws TimeoutException if there is none in time; the call goes on
     * @throws InterruptedException if interrupted while waiting; the call goes on
     * @throws Exception what the call threw
     */
    T await(Duration atMost) throws Exception {
        try {
            return task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    boolean isDone() {
        return task.isDone();
    }

    void interrupt() {
        interrupted = true;
        thread.interrupt();
    }

    boolean interrupted() {
        return interrupted;
    }

    /**
     * Waits for the end, however long it takes, and returns the result if there is one. Keeps the
     * interrupt.
     */
    Optional<T> end() {
        try {
            return Optional.ofNullable(result());
        } catch (Exception _) {
            return Optional.empty(); // nobody waits for it any more
        }
    }

    /**
     * Waits for the result, however long it takes. Keeps the interrupt.
     *
     * @throws Exception what the call threw
     */
    T result() throws Exception {
        boolean again = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    again = true;
                } catch (ExecutionException e) {
                    throw thrown(e);
                }
            }
        } finally {
            if (again) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case Exception exception -> exception;
            case null, default -> e;
        };
    }
}
