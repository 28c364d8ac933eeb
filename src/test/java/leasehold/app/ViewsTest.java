package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.Dialogs;
import leasehold.ui.fx.FxExecutor;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.leases.LeasesController;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Views can be loaded, and leave nothing behind. */
class ViewsTest {

    private final Words words =
            new Words(new Texts(Rooms.texts()), new Formats(Clock.systemDefaultZone()));
    private final FxExecutor fx = new FxExecutor();
    private final Targets targets = new Targets(words, fx, "m.ivanova");
    private TargetModel target;
    private Views views;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        target = OpenWindow.fx(targets::demo);
        views = new Views(new Backends(targets, fx, _ -> {}), words);
    }

    @AfterEach
    void tearDown() {
        target.shutdown(Duration.ZERO).toCompletableFuture().join();
    }

    @Test
    void pageOpenedAndClosedFiftyTimesIsCollected() {
        List<WeakReference<Parent>> pages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pages.add(OpenWindow.fx(this::openAndClose));
        }
        awaitCollected(pages);
    }

    @Test
    void dialogOpenedAndClosedFiftyTimesIsCollected() {
        List<WeakReference<Parent>> dialogs = new ArrayList<>();
        StackPane layers = OpenWindow.fx(() -> new StackPane(new StackPane()));
        Dialogs place = new Dialogs(layers);
        views.dialogsOn(place);
        for (int i = 0; i < 50; i++) {
            OpenWindow.run(
                    () -> {
                        views.close(new CloseModel(target, false));
                        dialogs.add(new WeakReference<>((Parent) layers.getChildren().getLast()));
                        place.close();
                    });
        }
        awaitCollected(dialogs);
    }

    @Test
    void exportAskedForAndCancelledFiftyTimesIsCollected() {
        List<WeakReference<Parent>> dialogs = new ArrayList<>();
        StackPane layers = OpenWindow.fx(() -> new StackPane(new StackPane()));
        Dialogs place = new Dialogs(layers);
        views.dialogsOn(place);
        for (int i = 0; i < 50; i++) {
            OpenWindow.run(
                    () -> {
                        views.export(target);
                        dialogs.add(new WeakReference<>((Parent) layers.getChildren().getLast()));
                        place.close();
                    });
        }
        awaitCollected(dialogs);
    }

    @Test
    void unregisteredControllerIsAnError() {
        assertThatThrownBy(() -> OpenWindow.fx(() -> new Rooms().open(LeasesController.class)))
                .hasStackTraceContaining(
                        "no controller is registered for " + LeasesController.class.getName());
    }

    @Test
    void everyBackendDescribesItselfInTheConnectDialog() {
        assertThat(new Backends(targets, fx, _ -> {}).kinds())
                .extracting(kind -> kind.id())
                .containsExactlyInAnyOrder("jdbc", "ambient", "simulated");
    }

    private static void awaitCollected(List<WeakReference<Parent>> views) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            System.gc();
                            return views.stream().allMatch(view -> view.get() == null);
                        });
    }

    private WeakReference<Parent> openAndClose() {
        Room<?> page = views.page(target);
        new Scene(page.root(), 900, 500);
        page.root().applyCss();
        page.root().layout();
        page.dispose();
        return new WeakReference<>(page.root());
    }
}
