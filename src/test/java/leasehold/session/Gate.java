package leasehold.session;

import java.util.concurrent.CountDownLatch;

/** Holds whoever comes, at a known point, until a test opens it. One that is deaf ignores interruption. */
public final class Gate {

    private final CountedThreads threads;
    private final boolean deaf;
    private final CountDownLatch open = new CountDownLatch(1);

    Gate(CountedThreads threads, boolean deaf) {
        this.threads = threads;
        this.deaf = deaf;
    }

    /** Lets everybody through from now on. */
    public void open() {
        open.countDown();
    }

    /** Waits here until it is open; throws if interrupted, unless deaf. */
    public void pass() throws InterruptedException {
        threads.enterGate();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    open.await();
                    return;
                } catch (InterruptedException e) {
                    if (!deaf) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            threads.leaveGate();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
