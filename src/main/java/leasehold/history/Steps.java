package leasehold.history;

import java.util.function.LongConsumer;

/** Counts what is done, tells of it now and then, and notices that it is not wanted any more. */
final class Steps {

    private static final int STEP = 1_000;

    private final LongConsumer progress;
    private long done;

    Steps(LongConsumer progress) {
        this.progress = progress;
    }

    /** Counts one; to be called before or after each. */
    void next() throws InterruptedException {
        if (done % STEP == 0) {
            check();
            progress.accept(done);
        }
        done++;
    }

    /** Sees whether the thread was interrupted. */
    void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Returns what is thrown when it was a channel that noticed first. */
    static InterruptedException cancelled() {
        Thread.interrupted();
        return new InterruptedException();
    }

    /** Tells that so many are done. */
    void tell(long count) {
        progress.accept(count);
    }

    /** Tells of the end, and returns how many there were. */
    long end() {
        return endAt(done);
    }

    /** Tells of the end after so many, and returns their number. */
    long endAt(long count) {
        tell(count);
        return count;
    }
}
