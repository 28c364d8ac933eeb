package leasehold.figures;

import atlantafx.base.theme.PrimerLight;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * How long a window takes from the start of its process to its second frame, and what it costs at
 * rest and when it is minimised.
 */
public final class FirstFrame {

    private static final long REST_MILLIS = 10_000;
    private static final String BARE =
            """
            <?import javafx.scene.control.*?>
            <?import javafx.scene.layout.*?>
            <BorderPane xmlns:fx="http://javafx.com/fxml">
              <top><ToolBar><Button text="Acquire lease"/><TextField/></ToolBar></top>
              <center><TableView><columns><TableColumn text="Lease"/></columns></TableView></center>
              <bottom><Label text="Ready"/></bottom>
            </BorderPane>
            """;

    private FirstFrame() {}

    /**
     * Takes OURS or BARE; prints the milliseconds, and the parts of a core that it takes at rest
     * and minimised.
     */
    public static void main(String[] args) throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        Platform.startup(() -> open(args[0], shown));
        shown.await();
        Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
        long millis = Duration.between(begun, Instant.now()).toMillis();
        double atRest = percentOfACore();
        UnderLoad.onToolkit(
                () -> {
                    Window.getWindows().forEach(window -> ((Stage) window).setIconified(true));
                    return true;
                });
        double hidden = percentOfACore();
        System.out.printf(Locale.ROOT, "%d | %.2f %% | %.2f %% |%n", millis, atRest, hidden);
        Runtime.getRuntime().halt(0);
    }

    private static double percentOfACore() throws InterruptedException {
        Thread.sleep(REST_MILLIS / 2);
        long before = cpuNanos();
        Thread.sleep(REST_MILLIS);
        return (cpuNanos() - before) / (REST_MILLIS * 1e4);
    }

    private static void open(String which, CountDownLatch shown) {
        Stage stage = new Stage();
        if (which.equals("OURS")) {
            new Ours(UnderLoad.controller()).show(stage);
        } else {
            Scene scene = new Scene(bare(), 1_280, 800);
            scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            stage.setScene(scene);
            stage.show();
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    stop();
                    shown.countDown();
                }
            }
        }.start();
    }

    private static Parent bare() {
        try {
            return new FXMLLoader()
                    .load(new ByteArrayInputStream(BARE.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
