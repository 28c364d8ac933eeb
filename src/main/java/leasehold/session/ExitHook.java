package leasehold.session;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shuts a controller down when the JVM exits, if that was asked for (rule 24). */
final class ExitHook {

    private static final Logger LOG = LoggerFactory.getLogger(ExitHook.class);

    private final String name;
    private volatile @Nullable Thread hook;

    ExitHook(String name) {
        this.name = name;
    }

    void install(Machine machine, Duration deadline) {
        Thread atExit =
                Thread.ofPlatform()
                        .name(name + "-exit")
                        .inheritInheritableThreadLocals(false)
                        .unstarted(() -> shutDown(machine, deadline));
        hook = atExit;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void remove() {
        Thread atExit = hook;
        if (atExit != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                LOG.debug("{}: the JVM is exiting", name);
            }
        }
    }

    private void shutDown(Machine machine, Duration deadline) {
        SessionPolicy policy = machine.shell.policy;
        Duration most = deadline.plus(policy.abortTimeout()).plus(policy.closeTimeout());
        try {
            machine.ending
                    .stop(deadline)
                    .toCompletableFuture()
                    .get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{}: not shut down within {}", name, most);
        }
    }
}
