package leasehold.backend.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Time turned by hand, for one thread. A sleep takes its time at once, unless the thread bears an
 * interrupt or one is to come after some time.
 */
final class ManualDelays implements Delays {

    private static final class Task {
        private final long at;
        private final Runnable action;

        Task(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pass(time);
    }

    @Override
    public Runnable after(Duration time, Runnable action) {
        Task task = new Task(nanos + time.toNanos(), action);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    /** Lets time pass and runs what is due. */
    void pass(Duration time) {
        nanos += time.toNanos();
        List<Task> due = tasks.stream().filter(task -> task.at <= nanos).toList();
        tasks.removeAll(due);
        due.forEach(task -> task.action.run());
    }

    /** Returns how many actions are still to come. */
    int planned() {
        return tasks.size();
    }
}
