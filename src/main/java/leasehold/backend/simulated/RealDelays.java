package leasehold.backend.simulated;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The time of this machine. */
enum RealDelays implements Delays {
    INSTANCE;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    @Override
    public Runnable after(Duration time, Runnable action) {
        AtomicBoolean settled = new AtomicBoolean();
        Thread waiting =
                Thread.ofVirtual()
                        .name("simulated-server")
                        .inheritInheritableThreadLocals(false)
                        .start(() -> runAfter(time, action, settled));
        return () -> {
            if (settled.compareAndSet(false, true)) {
                waiting.interrupt();
            }
        };
    }

    private static void runAfter(Duration time, Runnable action, AtomicBoolean settled) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            return; // cancelled, and the thread ends here
        }
        if (settled.compareAndSet(false, true)) {
            action.run();
        }
    }
}
