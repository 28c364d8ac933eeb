package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.simulated.SimulatedBackendProvider;
import leasehold.history.Retention;
import leasehold.monitor.Target;
import leasehold.ui.fx.FxExecutor;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Theme;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a demo target of its own, with a hand to use it. */
public final class OpenWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> faults = new CopyOnWriteArrayList<>();

    /** Kept, for it hears the rows by a weak listener. */
    private final ObservableList<FailureRow> failures;

    private final FxRobot robot = new FxRobot();
    private final Fingers fingers = new Fingers(robot);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Theme theme;
    private final Path recordFile;
    private final Records records;
    private final Targets maker;
    private final TargetModel target;
    private final TargetsModel targets;
    private final MonitorWindow window;
    private final Stage stage;
    private volatile boolean ended;
    private int clicks;

    /** Opens the window at a size; the headless platform bears less than 1000 by 1000. */
    public OpenWindow(double width, double height) throws TimeoutException {
        this(width, height, Map.of());
    }

    /** Opens the window on a simulated server with some settings. */
    public OpenWindow(double width, double height, Map<String, String> settings)
            throws TimeoutException {
        this(width, height, settings, List.of(), Targets.OVERDUE_IN_DEMO, Optional.empty());
    }

    /** Opens the window with its record in a file. */
    OpenWindow(double width, double height, Path record) throws TimeoutException {
        this(width, height, Map.of(), List.of(), Targets.OVERDUE_IN_DEMO, Optional.of(record));
    }

    /** Opens the window on a simulated server whose leases are overdue after some time. */
    OpenWindow(double width, double height, Duration overdueAfter) throws TimeoutException {
        this(width, height, Map.of(), List.of(), overdueAfter, Optional.empty());
    }

    /** Opens the window on a simulated server, with backends to connect to instead of all. */
    OpenWindow(
            double width,
            double height,
            Map<String, String> settings,
            List<SessionBackendProvider> backends)
            throws TimeoutException {
        this(width, height, settings, backends, Targets.OVERDUE_IN_DEMO, Optional.empty());
    }

    private OpenWindow(
            double width,
            double height,
            Map<String, String> settings,
            List<SessionBackendProvider> backends,
            Duration overdueAfter,
            Optional<Path> record)
            throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Words words = new Words(new Texts(Rooms.texts()), new Formats(Clock.systemDefaultZone()));
        FxExecutor fx = new FxExecutor();
        recordFile = record.orElseGet(OpenWindow::fresh);
        records = new Records(recordFile, Retention.everything(), words.texts(), fx);
        maker =
                new Targets(
                        words, fx, "m.ivanova", controller -> Optional.of(records.of(controller)));
        target = fx(() -> maker.demo(settings, overdueAfter));
        targets = fx(() -> new TargetsModel(target));
        run(() -> target.card().text().subscribe(text -> said.add(text.spoken())));
        failures = fx(() -> target.failures().rows());
        run(() -> failures.addListener(this::noteFaults));
        theme = fx(Theme::new);
        window =
                fx(
                        () ->
                                new MonitorWindow(
                                        targets,
                                        backends.isEmpty()
                                                ? new Backends(maker, fx, targets::add)
                                                : new Backends(backends, maker, fx, targets::add),
                                        words,
                                        theme));
        stage = fx(() -> shown(width, height));
        // What is written would go to the window that was last aimed at, be it of another test.
        robot.targetWindow(stage);
    }

    private Stage shown(double width, double height) {
        Stage shown = new Stage();
        shown.setX(0);
        shown.setY(0);
        window.show(shown, () -> ended = true);
        shown.setWidth(width);
        shown.setHeight(height);
        return shown;
    }

    /** Returns the file in which it is recorded. */
    Path recordFile() {
        return recordFile;
    }

    private static Path fresh() {
        try {
            Path folder = Files.createTempDirectory("leasehold-test-");
            folder.toFile().deleteOnExit();
            return folder.resolve("record.sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the target in front at the start. */
    public TargetModel target() {
        return target;
    }

    /** Returns all targets. */
    public TargetsModel targets() {
        return targets;
    }

    /** Connects to another simulated server, and brings it to the front. */
    public TargetModel connect(String name, Map<String, String> settings) {
        SessionBackend backend = new SimulatedBackendProvider().create(settings);
        TargetModel made = maker.of(name, Target.Kind.TEST, false, backend);
        targets.add(made);
        return made;
    }

    /** Returns the look. */
    public Theme theme() {
        return theme;
    }

    /** Returns the scene. */
    public Scene scene() {
        return stage.getScene();
    }

    /** Asks the window to close, as its frame does. */
    public void askToClose() {
        run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** Tells whether the window was closed and every controller has shut down. */
    public boolean ended() {
        return ended;
    }

    /** Returns the window's title. */
    public String title() {
        return stage.getTitle();
    }

    /** Returns the hand. */
    public FxRobot robot() {
        return robot;
    }

    /** Presses a button by its id. */
    public void press(String id) {
        click("#" + id);
    }

    /** Clicks what a query finds in sight. */
    public OpenWindow click(String query) {
        clicks++;
        fingers.click(fx(() -> aim(inSight(query))));
        return this;
    }

    /** Clicks a node. */
    public void click(Node node) {
        clicks++;
        fingers.click(fx(() -> aim(node)));
    }

    /** Clicks the tab of that title. */
    public void tab(String title) {
        click(Sight.labeled(this, ".tab-label", title));
    }

    /** Clicks a list to choose from, and what it is to be. */
    public void choose(String id, String word) {
        click("#" + id);
        awaitThat(() -> Sight.inSight(this, ".combo-box-popup .list-cell", word).isPresent());
        click(Sight.labeled(this, ".combo-box-popup .list-cell", word));
    }

    /** Presses keys together, which is one act as a click is. */
    public void keys(KeyCode... keys) {
        clicks++;
        fingers.press(keys);
    }

    /** Presses a key, which is no act of its own but a part of writing. */
    public OpenWindow type(KeyCode key) {
        fingers.press(key);
        return this;
    }

    /** Presses a key, and waits for no more than what it does at once. */
    public void strike(KeyCode key) {
        fingers.strike(key);
    }

    /** Takes back so many letters of what was written. */
    public OpenWindow erase(int letters) {
        for (int i = 0; i < letters; i++) {
            fingers.strike(KeyCode.BACK_SPACE);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Writes into what has the focus. */
    public OpenWindow write(String text) {
        fingers.write(fx(() -> robot.targetWindow().getScene()), text);
        return this;
    }

    /** Does something, which has to take just so many clicks and keys. What is written is free. */
    public void inClicks(int expected, Runnable task) {
        int before = clicks;
        task.run();
        assertThat(clicks - before).as("clicks").isEqualTo(expected);
    }

    /** Moves the hand over what a query finds in sight. */
    public void hover(String query) {
        fingers.point(fx(() -> aim(inSight(query))));
    }

    /**
     * Returns a node's middle, and has what is written go to its window. The robot itself would
     * compute the bounds on the thread of the test, while the toolkit's thread does: that breaks
     * the scene for good.
     */
    private Point2D aim(Node node) {
        robot.targetWindow(node.getScene().getWindow());
        Sight.layOut();
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Node inSight(String query) {
        Sight.layOut();
        return robot.lookup(query).queryAll().stream()
                .filter(Nodes::shown)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing in sight is " + query));
    }

    /** Returns what the session card says. */
    public String card() {
        return fx(() -> target.card().text().get().spoken());
    }

    /** Returns all that the session card has said. */
    public List<String> said() {
        return said;
    }

    /** Waits until the session card says something. */
    public void awaitCard(String part) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(this::card, said -> said.contains(part));
    }

    /** Waits until something is so, asked on the toolkit's thread. */
    public void awaitThat(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> fx(condition));
    }

    /** Waits until the events tab shows so many events, all of them read. */
    public void awaitEvents(int count) {
        awaitThat(
                () -> {
                    List<EventRow> rows = this.<EventRow>table("event-table").getItems();
                    return rows.size() == count
                            && rows.stream().allMatch(row -> row.known().isPresent());
                });
    }

    /** Returns a table by its id. */
    public <R> TableView<R> table(String id) {
        return robot.lookup("#" + id).queryTableView();
    }

    /** Returns the texts of the tooltips that are shown now. */
    public List<String> tooltips() {
        return fx(
                () ->
                        Window.getWindows().stream()
                                .filter(Tooltip.class::isInstance)
                                .map(shown -> ((Tooltip) shown).getText())
                                .toList());
    }

    /** Returns the text of a label or button by its id. */
    public String text(String id) {
        Labeled labeled = robot.lookup("#" + id).query();
        return fx(labeled::getText);
    }

    /** Does something on the toolkit's thread. */
    public static <T> T fx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }

    /** Does something on the toolkit's thread. */
    public static void run(Runnable task) {
        fx(
                () -> {
                    task.run();
                    return true;
                });
    }

    /** Returns what the window itself failed with, and forgives it. */
    public List<String> takeFaults() {
        List<String> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    private void noteFaults(ListChangeListener.Change<? extends FailureRow> change) {
        while (change.next()) {
            change.getAddedSubList().stream()
                    .map(FailureRow::failures)
                    .filter(group -> group.stage() == leasehold.monitor.Stage.WINDOW)
                    .forEach(group -> faults.add(group.latest().toString()));
        }
    }

    @Override
    public void close() {
        run(
                () -> {
                    stage.hide();
                    window.close();
                });
        for (TargetModel left : fx(() -> List.copyOf(targets.all()))) {
            left.shutdown(Duration.ZERO).toCompletableFuture().join();
        }
        records.close();
        WaitForAsyncUtils.clearExceptions();
        assertThat(faults).as("faults of the window").isEmpty();
    }
}
