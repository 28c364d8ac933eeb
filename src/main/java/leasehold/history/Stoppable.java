package leasehold.history;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work on a record that may be stopped: whoever is at it is interrupted, and not a moment longer.
 * For one piece of work. Safe for use by several threads.
 */
public final class Stoppable {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread worker;
    private boolean stopped;

    /**
     * What is done.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T done() throws IOException, InterruptedException;
    }

    /**
     * Does the work, on the calling thread.
     *
     * @throws InterruptedException if it was stopped
     */
    public <T> T run(Work<T> work) throws IOException, InterruptedException {
        begin();
        try {
            return work.done();
        } finally {
            end();
        }
    }

    /** Stops the work, or keeps it from beginning. Idempotent; does not wait. */
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            if (worker != null) {
                worker.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin() throws InterruptedException {
        lock.lock();
        try {
            if (stopped) {
                throw new InterruptedException();
            }
            worker = Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            worker = null;
        } finally {
            lock.unlock();
        }
    }
}
