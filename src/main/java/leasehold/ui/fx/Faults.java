package leasehold.ui.fx;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with an exception that nobody caught on the toolkit's thread: logged, and shown. */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** Tells this thread what failed here, as if nobody had caught it. */
    static void tell(Throwable thrown) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, thrown);
    }

    /** Has what is thrown on this thread from now on logged and handed over. */
    public static void handOver(Consumer<? super Throwable> show) {
        FxExecutor.require();
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (_, thrown) -> {
                            LOG.error("the window failed", thrown);
                            show.accept(thrown);
                        });
    }
}
