package leasehold.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import leasehold.session.Subscription;

/** Interruption by the end of the process, as Ctrl+C causes: it waits until all is said. */
final class ExitInterrupts implements Interrupts {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public Subscription during(Runnable stop) {
        CountDownLatch said = new CountDownLatch(1);
        Thread hook = new Thread(() -> endAfter(stop, said), "leasehold-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            said.countDown();
            remove(hook);
        };
    }

    private static void endAfter(Runnable stop, CountDownLatch said) {
        stop.run();
        try {
            boolean _ = said.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, which is what the hook waits to let happen.
        }
    }
}
