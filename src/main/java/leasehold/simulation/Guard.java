package leasehold.simulation;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock, under which something is done by one thread at a time. */
final class Guard {

    final ReentrantLock lock = new ReentrantLock();

    void run(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }

    <T> T get(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
