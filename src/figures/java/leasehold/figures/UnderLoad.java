package leasehold.figures;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import leasehold.backend.SessionBackendProvider;
import leasehold.session.ServerSessionController;

/** One run of one window under load, in a process of its own; prints one row of a table. */
public final class UnderLoad {

    private static final int LEASES = 10_000;
    private static final long SETTLE_MILLIS = 3_000;

    /** Two rounds of the hand: an operator's window runs for hours, and its code is compiled. */
    private static final long WARM_MILLIS = 10_000;

    private final ServerSessionController controller = controller();
    private final Load load;
    private final Subject subject;
    private Frames frames = new Frames(_ -> 0);
    private long countedBefore;

    private UnderLoad(Subject.Kind kind, long rate) throws Exception {
        load = new Load(controller, rate);
        load.hold(LEASES);
        subject =
                onToolkit(
                        () -> {
                            Subject made = kind.of(controller);
                            made.show(new Stage());
                            return made;
                        });
    }

    /** Takes the kind of window, the events a second, and for how many seconds. */
    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        UnderLoad run = new UnderLoad(Subject.Kind.valueOf(args[0]), Long.parseLong(args[1]));
        System.out.println(run.over(Long.parseLong(args[2])));
        Runtime.getRuntime().halt(0);
    }

    /** Returns a controller whose session opens at once. */
    static ServerSessionController controller() {
        return controller("load");
    }

    /** Returns a controller of a name whose session opens at once. */
    static ServerSessionController controller(String name) {
        return ServerSessionController.over(
                        SessionBackendProvider.named("simulated")
                                .create(Map.of("openTakes", "0ms", "closeTakes", "0ms")))
                .name(name)
                .build();
    }

    private String over(long seconds) throws Exception {
        Thread.sleep(SETTLE_MILLIS);
        onToolkit(this::begin);
        load.start();
        Thread.sleep(WARM_MILLIS);
        long eventsBefore = load.events();
        onToolkit(
                () -> {
                    frames.start();
                    return true;
                });
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        double perSecond = (load.events() - eventsBefore) / (double) seconds;
        load.close();
        onToolkit(
                () -> {
                    frames.stop();
                    return true;
                });
        Thread.sleep(SETTLE_MILLIS);
        boolean exact = onToolkit(this::exact);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        return String.format(
                Locale.ROOT,
                "%.0f | %.0f | %.0f | %.0f | %.0f | %d | %s |",
                perSecond,
                frames.gap(0.5),
                frames.gap(0.99),
                frames.gap(1),
                frames.lag(0.95),
                heap,
                exact ? "yes" : "no");
    }

    private boolean begin() {
        countedBefore = subject.counted();
        frames = new Frames(now -> load.lagNanos(subject.counted() - countedBefore, now));
        new Hand(subject.table(), subject.filter()).start();
        return true;
    }

    private boolean exact() {
        return subject.counted() - countedBefore == load.events() && subject.held() == LEASES;
    }

    /** Does something on the toolkit's thread, and waits for it. */
    static <T> T onToolkit(Callable<T> task) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(task.call());
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        return done.get();
    }
}
