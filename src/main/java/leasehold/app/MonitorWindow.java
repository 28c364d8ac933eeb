package leasehold.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Dialogs;
import leasehold.ui.fx.Faults;
import leasehold.ui.fx.FxExecutor;
import leasehold.ui.fx.Heartbeat;
import leasehold.ui.fx.Heartbeat.Pace;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.fx.Theme;
import leasehold.ui.model.Connector;
import leasehold.ui.model.RecordingsModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;
import leasehold.ui.model.Words;
import leasehold.ui.window.ToolbarController;
import leasehold.ui.window.WindowController;

/** The composition root of the window: every view, with what it needs, by plain constructors. */
public final class MonitorWindow implements AutoCloseable {

    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    /** Not virtual: a long question to a database would hold up those that carry them. */
    private static final Executor READERS =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("leasehold-recording").factory());

    private final TargetsModel targets;
    private final RecordingsModel recordings;
    private final Heartbeat heartbeat = new Heartbeat();
    private final Bag bag = new Bag();
    private final Map<TargetModel, Subscription> beating = new HashMap<>();
    private final Room<WindowController> window;
    private final Dialogs dialogs;
    private final Farewell farewell;

    /** Puts the window together. */
    public MonitorWindow(TargetsModel targets, Connector connector, Words words, Theme theme) {
        this.targets = targets;
        Views views = new Views(connector, words);
        recordings =
                new RecordingsModel(
                        targets,
                        words,
                        READERS,
                        new FxExecutor(),
                        refusal -> views.refuse(targets.current().get(), refusal));
        views.openWith(recordings::open);
        window =
                new Rooms()
                        .with(
                                WindowController.class,
                                () ->
                                        new WindowController(
                                                targets, views, views::page, recordings::open))
                        .with(
                                ToolbarController.class,
                                () -> new ToolbarController(targets, views, theme))
                        .open(WindowController.class);
        dialogs = new Dialogs(window.controller().layers());
        views.dialogsOn(dialogs);
        farewell = new Farewell(targets, words, window.controller().layers());
        bag.add(theme.dress(window.root()));
        bag.add(targets.all().subscribe(this::beat));
        beat();
        Faults.handOver(thrown -> targets.current().get().failed(thrown));
    }

    /**
     * Shows the window.
     *
     * @param ended runs when the window was closed and every controller has shut down
     */
    public void show(Stage stage, Runnable ended) {
        stage.setScene(new Scene(window.root(), WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        bag.add(targets.current().subscribe(target -> title(stage, target)));
        bag.add(stage.iconifiedProperty().subscribe(heartbeat::hide));
        bag.add(stage.titleProperty()::unbind);
        stage.setOnCloseRequest(
                request -> {
                    request.consume();
                    farewell.say(
                            () -> {
                                stage.hide();
                                close();
                                ended.run();
                            });
                });
        stage.show();
        window.controller().rest();
    }

    /** Returns what opens recordings. */
    RecordingsModel recordings() {
        return recordings;
    }

    @Override
    public void close() {
        bag.close();
        beating.values().forEach(Subscription::unsubscribe);
        beating.clear();
        heartbeat.close();
        dialogs.closeAll();
        window.dispose();
    }

    private static void title(Stage stage, TargetModel target) {
        stage.titleProperty().bind(target.title());
    }

    private void beat() {
        for (TargetModel target : targets.all()) {
            beating.computeIfAbsent(target, this::follow);
        }
        beating.forEach(
                (target, subscription) -> {
                    if (!targets.all().contains(target)) {
                        subscription.unsubscribe();
                        dialogs.closeAll(); // for it may be what they are about
                    }
                });
        beating.keySet().retainAll(targets.all());
    }

    private Subscription follow(TargetModel target) {
        target.onNews(heartbeat::wake);
        return Subscription.combine(
                heartbeat.add(deadline -> pace(target, deadline)), () -> target.onNews(() -> {}));
    }

    private static Pace pace(TargetModel target, long deadline) {
        if (target.beat(deadline)) {
            return Pace.QUICK;
        }
        return target.ticking() ? Pace.SLOW : Pace.REST;
    }
}
