package leasehold.session;

/**
 * Holds whoever comes, at a known point, until a test opens it. One that is deaf ignores
 * interruption.
 */
public final class Gate {

    private final CountedThreads threads;
    private final boolean deaf;
    private volatile boolean open;

    Gate(CountedThreads threads, boolean deaf) {
        this.threads = threads;
        this.deaf = deaf;
    }

    /** Lets everybody through from now on. */
    public void open() {
        threads.open(this);
    }

    /** Waits here until it is open; throws if interrupted, unless deaf. */
    public void pass() throws InterruptedException {
        threads.hold(this);
    }

    /** Waits here until it is open; if interrupted, goes on with the flag set. */
    public void passQuietly() {
        try {
            pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isOpen() {
        return open;
    }

    boolean isDeaf() {
        return deaf;
    }

    void markOpen() {
        open = true;
    }
}
