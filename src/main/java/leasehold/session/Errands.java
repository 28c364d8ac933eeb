package leasehold.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the code of listeners and callers on threads of their own (rule 28), and knows which of it
 * still runs: the end of a controller waits for it a while, then interrupts it, then names what is
 * deaf (rule 24). Everything is guarded, unless it says otherwise.
 */
final class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final Shell shell;
    private final Set<Errand> running = new LinkedHashSet<>();
    private @Nullable Parting parting;

    Errands(Shell shell) {
        this.shell = shell;
    }

    /** What is run for a stranger: while its thread is known, it can be interrupted. */
    static final class Errand {

        private final String what;
        private volatile @Nullable Thread thread;
        private volatile boolean dismissed;
        private volatile boolean wantsTheEnd;

        Errand(String what) {
            this.what = what;
        }

        /** The current thread, made for it, runs it from now on. Takes no lock. */
        void begin() {
            thread = Thread.currentThread();
        }

        /** No thread runs it for now. Takes no lock. */
        void pause() {
            thread = null;
        }

        /** It is to end after what it does now. Takes no lock. */
        void dismiss() {
            dismissed = true;
        }

        /** Tells whether it is to do no more. Takes no lock. */
        boolean isDismissed() {
            return dismissed;
        }

        /** The stranger's code has returned, but will be called again. Takes no lock. */
        void returned() {
            // A read for every event costs nothing; a write would.
            if (wantsTheEnd) {
                wantsTheEnd = false;
            }
        }

        private boolean isHere() {
            return thread == Thread.currentThread();
        }

        private void interrupt() {
            dismiss();
            Thread here = thread;
            if (here != null) {
                here.interrupt();
            }
        }
    }

    /** The end waits for what runs. */
    private static final class Parting {
        final BooleanSupplier alone;
        final Consumer<List<String>> then;
        Subscription patience = Subscription.NONE;
        Subscription last = Subscription.NONE;

        Parting(BooleanSupplier alone, Consumer<List<String>> then) {
            this.alone = alone;
            this.then = then;
        }
    }

    /** Counts as running from now on, until it is {@link #over}. */
    void add(Errand errand) {
        running.add(errand);
    }

    /** It will not run again. */
    void over(Errand errand) {
        errand.pause();
        running.remove(errand);
        partIfAlone();
    }

    /** Runs a task, on a thread of its own, once the lock is left. */
    void start(String what, Runnable task) {
        Errand errand = new Errand(what);
        add(errand);
        shell.later(() -> launch(errand, task));
    }

    /** Who asks for the end on an errand's thread is not waited for by it, until it returns. */
    void endAskedHere() {
        running.stream().filter(Errand::isHere).forEach(errand -> errand.wantsTheEnd = true);
    }

    /**
     * Waits until nothing runs any more: interrupts what is left after half of the patience, and
     * goes on after all of it, or at once where no timer can be set.
     *
     * @param alone whether nothing else is to be waited for; see {@link #partIfAlone}
     * @param then is given the names of the threads that still run
     */
    void part(Duration patience, BooleanSupplier alone, Consumer<List<String>> then) {
        Parting begun = new Parting(alone, then);
        parting = begun;
        partIfAlone();
        if (parting == begun) {
            begun.patience = shell.after(patience.dividedBy(2), _ -> interrupt());
            begun.last = shell.after(patience, _ -> part(begun));
            if (begun.last == Subscription.NONE) {
                part(begun);
            }
        }
    }

    private Stream<Errand> awaited() {
        return running.stream().filter(errand -> !errand.wantsTheEnd);
    }

    /** Goes on with the end, if it is awaited and nothing runs any more. */
    void partIfAlone() {
        Parting begun = parting;
        if (begun != null && begun.alone.getAsBoolean() && awaited().findAny().isEmpty()) {
            part(begun);
        }
    }

    private void part(Parting begun) {
        if (parting == begun) {
            parting = null;
            begun.patience.close();
            begun.last.close();
            begun.then.accept(awaited().map(errand -> shell.threadName(errand.what)).toList());
        }
    }

    private void interrupt() {
        List<Errand> left = new ArrayList<>(awaited().toList());
        shell.later(() -> left.forEach(Errand::interrupt));
    }

    /** Starts a task; where that fails, on a thread that others share, but never twice. */
    private void launch(Errand errand, Runnable task) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            shell.start(
                    errand.what,
                    false,
                    () -> {
                        errand.begin();
                        runOnce(begun, errand, task);
                    });
        } catch (Throwable e) {
            LOG.warn("{}: no thread for {} ({})", shell.name, errand.what, e.getClass().getName());
            launchElsewhere(() -> runOnce(begun, errand, task));
        }
    }

    private void launchElsewhere(Runnable task) {
        try {
            ForkJoinPool.commonPool().execute(task);
        } catch (Throwable e) {
            LOG.warn("{}: nor elsewhere ({}); it runs here", shell.name, e.getClass().getName());
            task.run();
        }
    }

    private void runOnce(AtomicBoolean begun, Errand errand, Runnable task) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            task.run();
        } catch (Throwable e) {
            LOG.warn("{}: {} failed with {}", shell.name, errand.what, e.getClass().getName());
        } finally {
            ended(errand);
        }
    }

    private void ended(Errand errand) {
        shell.enter();
        try {
            over(errand);
        } finally {
            shell.leave();
        }
    }
}
