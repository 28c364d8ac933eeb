package leasehold.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import leasehold.backend.SessionBackend;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every call of the backend on a thread of its own, and knows which still run. */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Shell shell;
    private final SessionBackend backend;
    private final boolean platform;

    /** Guarded. */
    private final Set<Call> running = new LinkedHashSet<>();

    Calls(Shell shell, SessionBackend backend, boolean platform) {
        this.shell = shell;
        this.backend = backend;
        this.platform = platform;
    }

    /** What is called. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    /** Told, without the lock, that the call returned, and what it threw if it did. */
    @FunctionalInterface
    interface Report {
        void returned(@Nullable Throwable thrown);
    }

    /** One call. */
    static final class Call {

        private final StrayInfo.Kind kind;
        private final long epoch;
        private final long nanos;
        private final AtomicBoolean begun = new AtomicBoolean();
        private volatile @Nullable Thread thread;
        private volatile boolean unwanted;

        private Call(StrayInfo.Kind kind, long epoch, long nanos) {
            this.kind = kind;
            this.epoch = epoch;
            this.nanos = nanos;
        }

        /** Interrupts it; if it has not begun, it will not. */
        void interrupt() {
            unwanted = true;
            Thread caller = thread;
            if (caller != null) {
                caller.interrupt();
            }
        }

        /** True once: for the thread that runs it, or for whoever could not start that one. */
        private boolean begin() {
            return begun.compareAndSet(false, true);
        }

        private void run(Body body) throws Exception {
            thread = Thread.currentThread();
            try {
                if (unwanted) {
                    throw new InterruptedException("no longer wanted before it began");
                }
                body.run();
            } finally {
                thread = null;
            }
        }
    }

    SessionBackend backend() {
        return backend;
    }

    /**
     * Returns what a throwable of the backend stands for. Called without the lock, for it calls the
     * mask.
     */
    Failure failure(Throwable thrown) {
        return Failure.of(thrown, backend::mask);
    }

    /** Starts a call once the lock is left. Guarded. */
    Call start(StrayInfo.Kind kind, long epoch, long nanos, Body body, Report report) {
        Call call = new Call(kind, epoch, nanos);
        running.add(call);
        shell.later(() -> launch(call, body, report));
        return call;
    }

    /**
     * Has the backend be told something once the lock is left, even where no thread of its own can
     * be made for it. Guarded.
     */
    void tell(StrayInfo.Kind kind, long epoch, long nanos, Runnable told) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable once =
                () -> {
                    if (done.compareAndSet(false, true)) {
                        told.run();
                    }
                };
        start(
                kind,
                epoch,
                nanos,
                once::run,
                thrown -> {
                    if (!done.get()) {
                        shell.locked(_ -> shell.errands.start(name(kind, epoch), once));
                    } else if (thrown != null) {
                        LOG.warn(
                                "{} failed with {}",
                                name(kind, epoch),
                                thrown.getClass().getName());
                    }
                });
    }

    /** Tells whether the current thread is running a call of the backend. Takes the lock. */
    boolean isOnOne() {
        Thread here = Thread.currentThread();
        return shell.asked(_ -> running.stream().anyMatch(call -> call.thread == here));
    }

    /** Interrupts all that run. Guarded. */
    void interruptAll() {
        List<Call> all = new ArrayList<>(running);
        shell.later(() -> all.forEach(Call::interrupt));
    }

    /** Lists what runs, for the report of a shutdown. Guarded. */
    List<StrayInfo> running() {
        return running.stream()
                .map(
                        call ->
                                new StrayInfo(
                                        call.epoch,
                                        call.kind,
                                        shell.clock.at(call.nanos),
                                        true,
                                        Optional.empty()))
                .toList();
    }

    private void launch(Call call, Body body, Report report) {
        try {
            shell.start(name(call.kind, call.epoch), platform, () -> run(call, body, report));
        } catch (Throwable e) {
            if (call.begin()) {
                finish(call, report, e);
            }
        }
    }

    private static String name(StrayInfo.Kind kind, long epoch) {
        return kind.name().toLowerCase(Locale.ROOT) + '-' + epoch;
    }

    private void run(Call call, Body body, Report report) {
        if (!call.begin()) {
            return;
        }
        Throwable thrown = null;
        try {
            call.run(body);
        } catch (Throwable t) {
            thrown = t;
        }
        finish(call, report, thrown);
    }

    private void finish(Call call, Report report, @Nullable Throwable thrown) {
        shell.locked(_ -> running.remove(call));
        report.returned(thrown);
        shell.locked(_ -> shell.errands.partIfAlone());
    }
}
