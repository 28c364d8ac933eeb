package leasehold.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hundred thousand virtual threads, each of which takes and gives back once, beside a plain
 * semaphore.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
@State(Scope.Benchmark)
public class Crowd {

    private static final int THREADS = 100_000;
    private static final LeaseRequest REQUEST = LeaseRequest.of("crowd");

    private ServerSessionController controller;
    private final Semaphore semaphore = new Semaphore(THREADS);

    /** What each thread does. */
    @FunctionalInterface
    private interface Once {
        void run() throws Exception;
    }

    @Setup(Level.Trial)
    public void open() {
        controller = ServerSessionController.over(Stub.backend()).name("crowd").build();
    }

    @TearDown(Level.Trial)
    public void close() {
        controller.close();
    }

    @Benchmark
    public void leasehold() throws InterruptedException {
        run(
                () -> {
                    try (SessionLease lease = controller.tryOpenSession(REQUEST).orElseThrow()) {
                        Thread.yield();
                    }
                });
    }

    @Benchmark
    public void semaphore() throws InterruptedException {
        run(
                () -> {
                    semaphore.acquire();
                    Thread.yield();
                    semaphore.release();
                });
    }

    private static void run(Once once) throws InterruptedException {
        List<Thread> threads = new ArrayList<>(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    once.run();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
