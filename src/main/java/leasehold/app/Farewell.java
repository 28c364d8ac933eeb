package leasehold.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.FxExecutor;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;
import leasehold.ui.model.Words;

/** Shuts every controller down before the window goes; says so if it takes more than a second. */
final class Farewell {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final long SAY_AFTER_MILLIS = 1_000;

    private final TargetsModel targets;
    private final Words words;
    private final StackPane layers;
    private final FxExecutor fx = new FxExecutor();
    private boolean leaving;

    Farewell(TargetsModel targets, Words words, StackPane layers) {
        this.targets = targets;
        this.words = words;
        this.layers = layers;
    }

    /**
     * Shuts down, once.
     *
     * @param then runs on the toolkit's thread when every controller has ended
     */
    void say(Runnable then) {
        if (leaving) {
            return;
        }
        leaving = true;
        CompletableFuture<?>[] ends =
                Stream.concat(
                                targets.all().stream().map(Farewell::shutdown),
                                targets.leaving().stream())
                        .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(ends);
        CompletableFuture.delayedExecutor(SAY_AFTER_MILLIS, TimeUnit.MILLISECONDS, fx)
                .execute(
                        () -> {
                            if (!all.isDone()) {
                                progress();
                            }
                        });
        // What fails in it has to be heard, and would not be in a stage of its own.
        all.whenComplete((_, _) -> fx.execute(then));
    }

    private static CompletableFuture<?> shutdown(TargetModel target) {
        return target.shutdown(DEADLINE).toCompletableFuture();
    }

    private void progress() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        HBox card = new HBox(turning, new Label(words.texts().get("window.leaving")));
        card.getStyleClass().addAll("dialog-card", "leaving");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane scrim = new StackPane(card);
        scrim.getStyleClass().add("scrim");
        layers.getChildren().add(scrim);
    }
}
