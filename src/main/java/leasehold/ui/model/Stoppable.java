package leasehold.ui.model;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import leasehold.history.HistoryReader;
import org.jspecify.annotations.Nullable;

/**
 * A question to a record that any thread may stop: whoever is at work on it is interrupted, and not
 * a moment longer. For one question.
 */
final class Stoppable<T> implements RecordModel.Asked<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final RecordModel.Asked<T> question;
    private @Nullable Thread worker;
    private boolean stopped;

    Stoppable(RecordModel.Asked<T> question) {
        this.question = question;
    }

    @Override
    public T of(HistoryReader reader) throws IOException, InterruptedException {
        begin();
        try {
            return question.of(reader);
        } finally {
            end();
        }
    }

    /** Stops it, or keeps it from beginning. */
    void stop() {
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
