package leasehold.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.grpc.internal.SharedResourceHolder;
import io.reactivex.rxjava3.core.Observable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import leasehold.session.CaptureLevel;
import leasehold.session.LeaseInfo;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionEvent;
import leasehold.session.SessionLease;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
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
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * Taking and giving back one lease of a session that is open, beside what others offer for the
 * nearest thing: a reference count, a shared resource, a pooled object. Another lease is held
 * throughout, so that no session opens or closes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class TakeAndGive {

    private static final LeaseRequest REQUEST = LeaseRequest.of("bench");

    /** A controller whose session is open. */
    @State(Scope.Benchmark)
    public static class Plain {

        ServerSessionController controller;
        private SessionLease keeps;

        @Setup(Level.Trial)
        public void open() throws Exception {
            controller =
                    ServerSessionController.over(Stub.backend())
                            .name("bench")
                            .capture(capture())
                            .build();
            keeps = controller.openSession(REQUEST);
            prepare();
        }

        @TearDown(Level.Trial)
        public void close() {
            keeps.close();
            controller.close();
        }

        CaptureLevel capture() {
            return CaptureLevel.OFF;
        }

        void prepare() {}
    }

    /** The same with one listener, which counts. */
    @State(Scope.Benchmark)
    public static class Watched extends Plain implements SessionListener {

        private long seen;

        @Override
        void prepare() {
            controller.subscribe(this);
        }

        @Override
        public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {}

        @Override
        public void onEvent(SessionEvent event) {
            seen++;
        }
    }

    /** The same with the site of every acquisition. */
    @State(Scope.Benchmark)
    public static class Sited extends Plain {

        @Override
        CaptureLevel capture() {
            return CaptureLevel.SITE;
        }
    }

    @Benchmark
    public void leasehold(Plain on) throws Exception {
        on.controller.tryOpenSession(REQUEST).orElseThrow().close();
    }

    @Benchmark
    public void leaseholdAsync(Plain on) {
        on.controller.tryOpenSessionAsync(REQUEST).join().orElseThrow().closeAsync();
    }

    @Benchmark
    public void leaseholdOneListener(Watched on) throws Exception {
        on.controller.tryOpenSession(REQUEST).orElseThrow().close();
    }

    @Benchmark
    public void leaseholdCaptureSite(Sited on) throws Exception {
        on.controller.tryOpenSession(REQUEST).orElseThrow().close();
    }

    /** A count that goes up and down, and nothing else. */
    @State(Scope.Benchmark)
    public static class Atomic {
        final AtomicLong count = new AtomicLong(1);
    }

    @Benchmark
    public long atomicPair(Atomic on) {
        on.count.incrementAndGet();
        return on.count.decrementAndGet();
    }

    /** A pool of connections over a data source that costs nothing. */
    @State(Scope.Benchmark)
    public static class Hikari {

        HikariDataSource pool;

        @Setup(Level.Trial)
        public void open() {
            HikariConfig config = new HikariConfig();
            config.setDataSource(Stub.dataSource());
            config.setMaximumPoolSize(8);
            config.setMinimumIdle(8);
            pool = new HikariDataSource(config);
        }

        @TearDown(Level.Trial)
        public void close() {
            pool.close();
        }
    }

    @Benchmark
    public void hikariCP(Hikari on) throws SQLException {
        Connection connection = on.pool.getConnection();
        connection.close();
    }

    /** A resource counted by grpc. */
    @State(Scope.Benchmark)
    public static class Grpc implements SharedResourceHolder.Resource<Object> {

        private Object keeps;

        @Setup(Level.Trial)
        public void open() {
            keeps = SharedResourceHolder.get(this);
        }

        @TearDown(Level.Trial)
        public void close() {
            SharedResourceHolder.release(this, keeps);
        }

        @Override
        public Object create() {
            return new Object();
        }

        @Override
        public void close(Object instance) {}
    }

    @Benchmark
    public void grpcSharedResource(Grpc on) {
        SharedResourceHolder.release(on, SharedResourceHolder.get(on));
    }

    /** A pool of objects. */
    @State(Scope.Benchmark)
    public static class Commons extends BasePooledObjectFactory<Object> {

        GenericObjectPool<Object> pool;

        @Setup(Level.Trial)
        public void open() {
            pool = new GenericObjectPool<>(this);
        }

        @TearDown(Level.Trial)
        public void close() {
            pool.close();
        }

        @Override
        public Object create() {
            return new Object();
        }

        @Override
        public PooledObject<Object> wrap(Object object) {
            return new DefaultPooledObject<>(object);
        }
    }

    @Benchmark
    public void commonsPool2(Commons on) throws Exception {
        on.pool.returnObject(on.pool.borrowObject());
    }

    /** A reactive pool. */
    @State(Scope.Benchmark)
    public static class Reactor {

        InstrumentedPool<Object> pool;

        @Setup(Level.Trial)
        public void open() {
            pool = PoolBuilder.from(Mono.fromSupplier(Object::new)).sizeBetween(8, 8).buildPool();
            pool.warmup().block();
        }

        @TearDown(Level.Trial)
        public void close() {
            pool.dispose();
        }
    }

    @Benchmark
    public void reactorPool(Reactor on) {
        PooledRef<Object> taken = on.pool.acquire().block();
        taken.release().block();
    }

    /** An observable that is shared while somebody subscribes. */
    @State(Scope.Benchmark)
    public static class Rx {

        final Observable<Object> shared = Observable.never().publish().refCount();

        @Setup(Level.Trial)
        public void open() {
            shared.subscribe();
        }
    }

    @Benchmark
    public void rxJavaRefCount(Rx on, Blackhole hole) {
        var subscription = on.shared.subscribe();
        hole.consume(subscription);
        subscription.dispose();
    }
}
