package leasehold.ui.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import leasehold.ui.model.Trend;

/** How many leases there were over the last minutes, as a line over its area. */
public final class Sparkline extends Pane {

    private static final double WIDTH = 176;
    private static final double HEIGHT = 40;
    private static final double INSET = 3;
    private static final double HALF = 0.5;

    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private final Circle end = new Circle(2.5);

    /** Creates an empty line. */
    public Sparkline() {
        getStyleClass().add("spark");
        area.getStyleClass().add("spark-area");
        line.getStyleClass().add("spark-line");
        end.getStyleClass().add("spark-end");
        Line base = new Line(0, HEIGHT - HALF, WIDTH - INSET, HEIGHT - HALF);
        base.getStyleClass().add("spark-base");
        getChildren().addAll(base, area, line, end);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    /** Shows values, the newest at the right; each holds until the next. */
    public void show(List<Integer> values) {
        int most = Math.max(1, values.stream().mapToInt(Integer::intValue).max().orElse(1));
        List<Double> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            double height = HEIGHT - INSET - values.get(i) * (HEIGHT - 2 * INSET) / most;
            points.addAll(List.of(left(values.size() - i), height));
            points.addAll(List.of(left(values.size() - 1 - i), height));
        }
        line.getPoints().setAll(points);
        end.setVisible(!points.isEmpty());
        if (!points.isEmpty()) {
            end.setCenterX(points.get(points.size() - 2));
            end.setCenterY(points.getLast());
            double left = points.getFirst();
            points.addAll(List.of(WIDTH - INSET, HEIGHT, left, HEIGHT));
        }
        area.getPoints().setAll(points);
    }

    private static double left(int stepsBack) {
        return Math.max(0, WIDTH - INSET - stepsBack * (WIDTH - INSET) / (Trend.STEPS - 1));
    }
}
