package leasehold.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A controller whose threads are tasks in a queue, run by whoever asks, on virtual time. */
final class QueuedShell {

    /** When virtual time begins. */
    static final long START = new VirtualTime().nanos();

    final VirtualTime time = new VirtualTime();
    final ScriptedBackend backend = new ScriptedBackend();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    ServerSessionController start(UnaryOperator<SessionPolicy.Builder> policy) {
        return ServerSessionController.over(backend)
                .name("queued")
                .time(time)
                .threads(new Queued())
                .policy(
                        policy.apply(
                                        SessionPolicy.builder()
                                                .retry(RetryPolicy.none())
                                                .overdueAfter(java.time.Duration.ZERO))
                                .build())
                .build();
    }

    /** Runs the next task, and returns whether there was one. */
    boolean runNext() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Runs tasks until there is none. */
    void runAll() {
        boolean more = true;
        while (more) {
            more = runNext();
        }
    }

    private final class Queued implements SessionThreads {

        @Override
        public Thread start(String name, boolean platform, Runnable task) {
            tasks.add(task);
            return Thread.ofPlatform().name(name).unstarted(task);
        }

        @Override
        public void rest(long millis) {}
    }
}
