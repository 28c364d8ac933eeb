package leasehold.figures;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/**
 * A scripted hand: turns the wheel over a table, stops now and then, selects a row, types into the
 * filter and clears it again.
 */
final class Hand {

    private static final Duration STEP = Duration.millis(40);

    /** What a notch of the wheel scrolls by, in pixels. */
    static final double WHEEL = 40;

    private static final int ROUND = 125;
    private static final int TYPES = 50;
    private static final int CLEARS = 75;
    private static final int SELECTS = 100;

    private final TableView<?> table;
    private final TextField filter;
    private final Timeline steps = new Timeline(new KeyFrame(STEP, _ -> step()));
    private int step;

    Hand(TableView<?> table, TextField filter) {
        this.table = table;
        this.filter = filter;
        steps.setCycleCount(Animation.INDEFINITE);
    }

    void start() {
        steps.play();
    }

    void stop() {
        steps.stop();
    }

    private void step() {
        int now = step++ % ROUND;
        switch (now) {
            case TYPES -> filter.setText("client-4");
            case CLEARS -> filter.clear();
            case SELECTS -> select();
            default -> {
                if (now < TYPES) {
                    wheel(table, now < TYPES / 2 ? -WHEEL : WHEEL);
                }
            }
        }
    }

    private void select() {
        if (table.getItems().size() > step) {
            table.getSelectionModel().clearAndSelect(step);
        }
    }

    /** Turns the wheel over a table. */
    static void wheel(TableView<?> table, double by) {
        double x = table.getWidth() / 2;
        double y = table.getHeight() / 2;
        table.lookup(".virtual-flow")
                .fireEvent(
                        new ScrollEvent(
                                ScrollEvent.SCROLL,
                                x,
                                y,
                                x,
                                y,
                                false,
                                false,
                                false,
                                false,
                                true,
                                false,
                                0,
                                by,
                                0,
                                by,
                                ScrollEvent.HorizontalTextScrollUnits.NONE,
                                0,
                                ScrollEvent.VerticalTextScrollUnits.NONE,
                                0,
                                0,
                                new PickResult(table, x, y)));
    }
}
