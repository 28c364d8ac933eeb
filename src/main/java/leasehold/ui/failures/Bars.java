package leasehold.ui.failures;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import leasehold.monitor.Frequency;

/** How often something happened in each of the last minutes, as small bars; none is a flat one. */
final class Bars extends Pane {

    private static final double BAR = 3;
    private static final double STEP = 4;
    private static final double HEIGHT = 14;
    private static final double FLAT = 1;
    private static final double LEAST = 4;

    private final Path path = new Path();

    Bars() {
        path.getStyleClass().add("bars");
        getChildren().add(path);
        double width = Frequency.MINUTES * STEP - (STEP - BAR);
        setMinSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
    }

    /** Shows counts, the newest at the right. */
    void show(List<Integer> counts) {
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        path.getElements().clear();
        for (int i = 0; i < counts.size(); i++) {
            bar(i * STEP, height(counts.get(i), most));
        }
    }

    /** The one that happened most often is the highest; once can be told from never. */
    private static double height(int count, int most) {
        return count == 0 ? FLAT : Math.max(LEAST, Math.rint(HEIGHT * count / most));
    }

    private void bar(double left, double height) {
        path.getElements()
                .addAll(
                        new MoveTo(left, HEIGHT),
                        new VLineTo(HEIGHT - height),
                        new HLineTo(left + BAR),
                        new VLineTo(HEIGHT),
                        new HLineTo(left));
    }
}
