package leasehold.figures;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Duration;
import leasehold.figures.record.Stores;
import leasehold.session.ServerSessionController;

/** How the window reads a long record: its tab opened, scrolled through, and jumped about in. */
public final class LongRecord {

    private static final long SETTLE_MILLIS = 5_000;
    private static final long EACH_MILLIS = 10_000;
    private static final int EVENTS_TAB = 2;
    private static final Duration NOTCH = Duration.millis(40);
    private static final Duration BETWEEN_JUMPS = Duration.millis(500);

    private final Stage stage;
    private final Random random = new Random(7);
    private long opened;

    private LongRecord(Stage stage) {
        this.stage = stage;
    }

    /** Takes the folder of a record; prints one row of a table. */
    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        ServerSessionController controller = UnderLoad.controller(Stores.CONTROLLER);
        LongRecord window =
                UnderLoad.onToolkit(
                        () -> {
                            Stage stage = new Stage();
                            new Ours(controller, Path.of(args[0])).show(stage);
                            return new LongRecord(stage);
                        });
        Thread.sleep(SETTLE_MILLIS);
        System.out.println(window.measured());
        Runtime.getRuntime().halt(0);
    }

    private String measured() throws Exception {
        Frames opening = over(this::open);
        Frames scrolling = over(() -> repeat(NOTCH, () -> Hand.wheel(table(), Hand.WHEEL * 3)));
        Frames jumping = over(() -> repeat(BETWEEN_JUMPS, this::jump));
        return String.format(
                Locale.ROOT,
                "%d | %.0f | %s | %s |",
                opened,
                opening.gap(1),
                spread(scrolling),
                spread(jumping));
    }

    private static String spread(Frames frames) {
        return String.format(
                Locale.ROOT,
                "%.0f | %.0f | %.0f",
                frames.gap(0.5),
                frames.gap(0.99),
                frames.gap(1));
    }

    /** Does something, and notes the frames from then on for a while. */
    private Frames over(Supplier<Timeline> act) throws Exception {
        Frames frames = new Frames(_ -> 0);
        Timeline acting =
                UnderLoad.onToolkit(
                        () -> {
                            frames.start();
                            return act.get();
                        });
        Thread.sleep(EACH_MILLIS);
        return UnderLoad.onToolkit(
                () -> {
                    acting.stop();
                    frames.stop();
                    return frames;
                });
    }

    /** Opens the tab, and waits for the first row that can be read. */
    private Timeline open() {
        long begun = System.nanoTime();
        tabs().getSelectionModel().select(EVENTS_TAB);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (readable()) {
                    opened = (System.nanoTime() - begun) / 1_000_000;
                    stop();
                }
            }
        }.start();
        return new Timeline();
    }

    private boolean readable() {
        Stream<String> words =
                table().lookupAll(".state-word").stream()
                        .map(Label.class::cast)
                        .map(Label::getText);
        return words.anyMatch(word -> !word.isEmpty());
    }

    private void jump() {
        ScrollBar bar = (ScrollBar) scene().lookup("#event-bar");
        bar.setValue(random.nextDouble() * bar.getMax());
    }

    private Timeline repeat(Duration every, Runnable act) {
        Timeline timeline = new Timeline(new KeyFrame(every, _ -> act.run()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        timeline.play();
        return timeline;
    }

    private TabPane tabs() {
        return (TabPane) scene().lookup("#tabs");
    }

    private TableView<?> table() {
        return (TableView<?>) scene().lookup("#event-table");
    }

    private Scene scene() {
        return stage.getScene();
    }
}
