package leasehold.ui.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.ui.model.SharingModel;

/**
 * Two curves over the linger: how often sessions would have been opened, and for how long they
 * would have been open. The lingers stand at equal distances, so that short ones have room.
 */
public final class LingerChart extends Pane {

    /** How far the curves stand from the sides: half a slider's thumb. */
    private static final double INSET = 8;

    private static final double HEIGHT = 132;
    private static final double TOP = 8;
    private static final double FOOT = 18;
    private static final double HALF = 0.5;
    private static final List<Integer> MARKED = List.of(0, 1, 5, 30, 120, 600);

    private final Polyline opens = styled(new Polyline(), "curve-opens");
    private final Polyline openTime = styled(new Polyline(), "curve-time");
    private final Line base = styled(new Line(), "curve-base");
    private final Line chosen = styled(new Line(), "curve-chosen");
    private final Circle opensHere = styled(new Circle(3), "point-opens");
    private final Circle timeHere = styled(new Circle(3), "point-time");
    private final List<Text> marks;
    private List<Outcome> curve = List.of();
    private int here;

    /** Creates a chart of nothing. */
    public LingerChart() {
        marks = MARKED.stream().map(LingerChart::mark).toList();
        getChildren().addAll(base, chosen, openTime, opens, timeHere, opensHere);
        getChildren().addAll(marks);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    /** Shows what would have happened under each of {@link SharingModel#LINGERS}. */
    void show(List<Outcome> outcomes) {
        curve = List.copyOf(outcomes);
        requestLayout();
    }

    /** Marks the linger that is assumed. */
    void choose(int index) {
        here = index;
        requestLayout();
    }

    /** Says in short how long a linger is. */
    static String label(Duration linger) {
        long seconds = linger.toSeconds();
        boolean minutes = seconds >= 60 && seconds % 60 == 0;
        return seconds == 0 ? "0" : minutes ? seconds / 60 + " min" : seconds + " s";
    }

    @Override
    protected void layoutChildren() {
        base.setStartX(INSET);
        base.setEndX(getWidth() - INSET);
        base.setStartY(bottom());
        base.setEndY(bottom());
        draw(opens, opensHere, Outcome::opens);
        draw(openTime, timeHere, outcome -> outcome.openTime().toMillis());
        double at = Math.floor(left(here)) + HALF;
        chosen.setStartX(at);
        chosen.setEndX(at);
        chosen.setStartY(TOP);
        chosen.setEndY(bottom());
        for (int i = 0; i < marks.size(); i++) {
            place(marks.get(i), left(index(MARKED.get(i))));
        }
    }

    private void draw(Polyline line, Circle point, ToDoubleFunction<Outcome> value) {
        double most = Math.max(1, curve.stream().mapToDouble(value).max().orElse(1));
        List<Double> points = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            double part = value.applyAsDouble(curve.get(i)) / most;
            points.add(left(i));
            points.add(bottom() - part * (bottom() - TOP));
        }
        line.getPoints().setAll(points);
        point.setVisible(here < curve.size());
        if (point.isVisible()) {
            point.setCenterX(points.get(2 * here));
            point.setCenterY(points.get(2 * here + 1));
        }
    }

    private void place(Text mark, double at) {
        double width = mark.getLayoutBounds().getWidth();
        double most = Math.max(0, getWidth() - width);
        mark.setX(Math.clamp(at - width / 2, 0, most));
        mark.setY(Math.floor(bottom()) + 4);
    }

    private double left(int index) {
        int steps = SharingModel.LINGERS.size() - 1;
        return INSET + index * (getWidth() - 2 * INSET) / steps;
    }

    private double bottom() {
        return Math.floor(getHeight() - FOOT) + HALF;
    }

    private static int index(int seconds) {
        return SharingModel.LINGERS.indexOf(Duration.ofSeconds(seconds));
    }

    private static Text mark(int seconds) {
        Text mark = styled(new Text(label(Duration.ofSeconds(seconds))), "curve-mark");
        mark.setTextOrigin(VPos.TOP);
        return mark;
    }

    private static <N extends Node> N styled(N node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
