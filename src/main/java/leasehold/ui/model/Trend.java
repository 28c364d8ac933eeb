package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How many leases there were over the last quarter of an hour: the most of each few seconds. */
public final class Trend {

    /** How far back it goes. */
    public static final Duration SPAN = Duration.ofMinutes(15);

    /** How many steps it has. */
    public static final int STEPS = 180;

    private static final long STEP_SECONDS = SPAN.toSeconds() / STEPS;

    private final Deque<Integer> steps = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<List<Integer>> values =
            new ReadOnlyObjectWrapper<>(List.of());
    private long current = Long.MIN_VALUE;

    Trend() {}

    /** Returns the most leases of each step, oldest first; at most {@value #STEPS}. */
    public ReadOnlyObjectProperty<List<Integer>> values() {
        return values.getReadOnlyProperty();
    }

    void note(Instant now, int leases) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        int former = steps.isEmpty() ? 0 : steps.getLast();
        if (step == current && former >= leases) {
            return;
        }
        if (step == current) {
            steps.removeLast();
            steps.addLast(leases);
        } else {
            fill(step, former);
            steps.addLast(leases);
        }
        current = step;
        while (steps.size() > STEPS) {
            steps.removeFirst();
        }
        values.set(List.copyOf(steps));
    }

    private void fill(long step, int former) {
        long missing = steps.isEmpty() ? 0 : Math.min(STEPS, step - current - 1);
        for (long i = 0; i < missing; i++) {
            steps.addLast(former);
        }
    }
}
