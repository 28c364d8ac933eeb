package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What fails on the toolkit's thread is told there, wherever it was started. */
class FaultsTest {

    private final FxExecutor fx = new FxExecutor();
    private final List<Throwable> heard = new ArrayList<>();

    @BeforeEach
    void begin() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void faultOfATaskThatRunsAtOnceInAStageIsHeard() throws Exception {
        onToolkit(
                () ->
                        CompletableFuture.completedFuture("demo")
                                .whenComplete((name, _) -> fx.execute(() -> fail(name))));
        assertThat(heard).singleElement().asString().contains("demo");
    }

    @Test
    void faultOfATaskLeavesWhoHasItRunUnharmed() throws Exception {
        onToolkit(
                () -> {
                    fx.execute(() -> fail("first"));
                    fx.execute(() -> fail("second"));
                });
        assertThat(heard).hasSize(2);
    }

    private void onToolkit(Runnable task) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            Thread here = Thread.currentThread();
                            Thread.UncaughtExceptionHandler before =
                                    here.getUncaughtExceptionHandler();
                            here.setUncaughtExceptionHandler((_, thrown) -> heard.add(thrown));
                            try {
                                task.run();
                            } finally {
                                here.setUncaughtExceptionHandler(before);
                            }
                        })
                .get(10, TimeUnit.SECONDS);
    }

    private static void fail(String name) {
        throw new IllegalStateException(name);
    }
}
