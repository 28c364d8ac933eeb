package leasehold.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Real threads that are counted, so that a test can wait until nothing runs any more but what is
 * held at a gate. A thread counts as busy from the moment that its gate is opened or it is
 * interrupted there: nobody sleeps, and nobody looks too early.
 */
public final class CountedThreads implements SessionThreads {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Counted> living = new HashSet<>();
    private final Map<String, Gate> held = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private int busy;
    private long started;

    @Override
    public Thread start(String name, boolean platform, Runnable task) {
        String what = name.substring(name.indexOf('-') + 1);
        Counted thread;
        lock.lock();
        try {
            if (refused.contains(what)) {
                throw new OutOfMemoryError("unable to create a thread for " + what);
            }
            Gate gate = held.get(what);
            thread = new Counted(name, gate == null ? task : () -> runBehind(gate, task));
            living.add(thread);
            busy++;
            started++;
        } finally {
            lock.unlock();
        }
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Has threads that are started for the given work come to a gate first. */
    public void holdAt(String what, Gate gate) {
        lock.lock();
        try {
            held.put(what, gate);
        } finally {
            lock.unlock();
        }
    }

    /** Has the start of threads for the given work fail, or no longer. */
    public void refuse(String what, boolean fails) {
        lock.lock();
        try {
            if (fails) {
                refused.add(what);
            } else {
                refused.remove(what);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A feed that has caught up need not wait: in tests every event wakes it. */
    @Override
    public void rest(long millis) {}

    /** Waits until every thread has ended or is held at a gate. */
    public void settle() {
        lock.lock();
        try {
            long left = LONGEST.toNanos();
            while (busy > 0) {
                if (left <= 0) {
                    throw new AssertionError(busy + " threads do not settle: " + living);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while settling", e);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the names of the threads that live. */
    public Set<String> names() {
        lock.lock();
        try {
            Set<String> names = new HashSet<>();
            living.forEach(thread -> names.add(thread.getName()));
            return names;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many threads were ever started. */
    public long started() {
        lock.lock();
        try {
            return started;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no thread lives. */
    public boolean awaitNone(long seconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (!living.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return living.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Holds the current thread, if it is one of these, until the gate is open. */
    void hold(Gate gate) throws InterruptedException {
        if (!(Thread.currentThread() instanceof Counted thread)) {
            throw new AssertionError("only threads of the controller are held at a gate");
        }
        boolean interrupted = false;
        lock.lock();
        try {
            thread.comeTo(gate);
            while (!gate.isOpen()) {
                try {
                    changed.await();
                } catch (InterruptedException e) {
                    if (!gate.isDeaf()) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            thread.goOn();
            lock.unlock();
            if (interrupted) {
                thread.interrupt();
            }
        }
    }

    /** Opens a gate; who is held there is busy at once. */
    void open(Gate gate) {
        lock.lock();
        try {
            gate.markOpen();
            living.forEach(thread -> thread.wake(gate));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void runBehind(Gate gate, Runnable task) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        task.run();
    }

    private final class Counted extends Thread {

        private final Runnable task;
        private Gate at;
        private boolean asleep;

        Counted(String name, Runnable task) {
            super(null, null, name, 0, false);
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                lock.lock();
                try {
                    living.remove(this);
                    busy--;
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        }

        @Override
        public void interrupt() {
            lock.lock();
            try {
                if (at != null && !at.isDeaf()) {
                    wake(at);
                }
                super.interrupt();
            } finally {
                lock.unlock();
            }
        }

        private void comeTo(Gate gate) {
            at = gate;
            if (!gate.isOpen() && (gate.isDeaf() || !isInterrupted())) {
                asleep = true;
                busy--;
                changed.signalAll();
            }
        }

        private void wake(Gate gate) {
            if (asleep && at == gate) {
                asleep = false;
                busy++;
            }
        }

        private void goOn() {
            wake(at);
            at = null;
        }
    }
}
