package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.ui.model.DisconnectModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Several targets in one window. */
class TargetsTest {

    @Test
    void targetConnectedAndDisconnectedFiftyTimesLeavesNothingBehind() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            List<WeakReference<?>> gone = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                come(window, "t-" + i, gone);
                go(window);
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                System.gc();
                                return gone.stream().allMatch(one -> one.get() == null);
                            });
            assertThat(gone).hasSize(100);
            assertThat(OpenWindow.fx(() -> window.targets().leaving())).isEmpty();
            assertThat(OpenWindow.fx(window::title)).isEqualTo("Closed · Demo server · Leasehold");
        }
    }

    @Test
    void disconnectingATargetWithASessionIsAskedFirstAndSaidAfterwards() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            TargetModel orders =
                    OpenWindow.fx(() -> window.connect("orders", Map.of("closeTakes", "100ms")));
            window.press("acquire-lease");
            window.awaitThat(() -> window.title().startsWith("Open 1 · orders"));
            window.click("#target-menu");
            window.click("#disconnect");
            assertThat(window.robot().lookup("#disconnect-dialog").tryQuery()).isPresent();
            assertThat(OpenWindow.fx(window.targets()::all)).contains(orders);
            window.press("disconnect-now");
            assertThat(OpenWindow.fx(window.targets()::all)).containsExactly(window.target());
            window.awaitThat(() -> window.text("notice").equals("orders is disconnected."));
        }
    }

    private static void come(OpenWindow window, String name, List<WeakReference<?>> kept) {
        TargetModel target = OpenWindow.fx(() -> window.connect(name, Map.of("openTakes", "1ms")));
        OpenWindow.run(target.acts()::acquire);
        window.awaitThat(() -> window.title().equals("Open 1 · " + name + " · Leasehold"));
        OpenWindow.run(() -> window.targets().current().set(window.target()));
        OpenWindow.run(() -> window.targets().current().set(target));
        kept.add(new WeakReference<>(target));
        kept.add(new WeakReference<>(OpenWindow.fx(() -> window.scene().lookup("#page"))));
    }

    private static void go(OpenWindow window) {
        OpenWindow.run(
                () -> {
                    TargetsModel targets = window.targets();
                    new DisconnectModel(targets.current().get(), targets).disconnect();
                });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
