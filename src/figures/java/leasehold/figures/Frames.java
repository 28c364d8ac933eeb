package leasehold.figures;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import javafx.animation.AnimationTimer;

/** Notes the time between two frames, and how far the window is behind at each. */
final class Frames extends AnimationTimer {

    private static final int MOST = 100_000;

    private final long[] gaps = new long[MOST];
    private final long[] lags = new long[MOST];
    private final LongUnaryOperator lagAt;
    private int count;
    private long last;

    /** Takes what tells, in nanoseconds, how far the window is behind at a time. */
    Frames(LongUnaryOperator lagAt) {
        this.lagAt = lagAt;
    }

    @Override
    public void handle(long ignored) {
        long now = System.nanoTime();
        if (last != 0 && count < MOST) {
            gaps[count] = now - last;
            lags[count] = lagAt.applyAsLong(now);
            count++;
        }
        last = now;
    }

    /** Returns a quantile of the gaps in milliseconds. */
    double gap(double quantile) {
        return quantile(gaps, quantile);
    }

    /** Returns a quantile of the lags in milliseconds. */
    double lag(double quantile) {
        return quantile(lags, quantile);
    }

    private double quantile(long[] values, double quantile) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(quantile * count))] / 1e6;
    }
}
