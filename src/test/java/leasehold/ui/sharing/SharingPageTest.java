package leasehold.ui.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import leasehold.app.OpenWindow;
import leasehold.history.HistoryStore;
import leasehold.monitor.Target;
import leasehold.session.Lab;
import leasehold.session.SessionLease;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.fx.Theme;
import leasehold.ui.model.DetailsModel.Page;
import leasehold.ui.model.Formats;
import leasehold.ui.model.RecordModel;
import leasehold.ui.model.SharingModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The page on sharing in a bare scene, as narrow and low as it gets. */
class SharingPageTest {

    private static final double WIDTH = 307;
    private static final double HEIGHT = 388;

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    private final Texts texts = new Texts(Rooms.texts());
    private HistoryStore store;
    private TargetModel target;
    private SharingModel model;
    private Room<SharingController> page;

    @BeforeEach
    void setUp() throws TimeoutException, IOException {
        FxToolkit.registerPrimaryStage();
        store = HistoryStore.open(folder.resolve("record.sqlite"));
        store.record(lab.controller());
    }

    @AfterEach
    void tearDown() {
        OpenWindow.run(page::dispose);
        store.close();
    }

    @Test
    void sliderMovesTheSentenceTheWordsAndTheMark() {
        threeSessions();
        open();
        Slider linger = (Slider) node("#linger");
        slide(linger, 0);
        assertThat(text("#linger-advice")).startsWith("Without linger: 3 opens; open for ");
        assertThat(text("#linger-opens")).isEqualTo("3 opens");
        double left = mark();
        slide(linger, 1);
        assertThat(text("#linger-advice")).startsWith("With 1 s linger: 3 opens, as without; ");
        slide(linger, linger.getMax());
        assertThat(text("#linger-advice"))
                .startsWith("With 10 m linger: 1 open instead of 3 without; ");
        assertThat(text("#linger-opens")).isEqualTo("1 open");
        assertThat(linger.getAccessibleText()).isEqualTo("Linger 10 min");
        assertThat(mark()).isGreaterThan(left + WIDTH / 2);
    }

    @Test
    void curveOfOpeningsFallsFromTheTop() {
        threeSessions();
        open();
        List<Double> points = ((Polyline) node(".curve-opens")).getPoints();
        assertThat(points).hasSize(2 * SharingModel.LINGERS.size());
        assertThat(points.get(1)).isLessThan(points.getLast());
        List<Double> open = ((Polyline) node(".curve-time")).getPoints();
        assertThat(open.get(1)).isGreaterThan(open.getLast());
    }

    @Test
    void marksBelowTheCurvesDoNotMeet() {
        threeSessions();
        open();
        List<Bounds> marks =
                page.root().lookupAll(".curve-mark").stream().map(Node::getBoundsInParent).toList();
        assertThat(marks).hasSize(6);
        for (int i = 1; i < marks.size(); i++) {
            assertThat(marks.get(i).getMinX()).isGreaterThan(marks.get(i - 1).getMaxX() + 2);
        }
    }

    /** Whoever moves it has to see what it moves. */
    @Test
    void sliderAndCurvesAreInSightInTheSmallestWindow() {
        threeSessions();
        open();
        Node slider = node("#linger");
        double foot = page.root().lookup(".side-acts").getBoundsInParent().getMinY();
        Bounds bounds = OpenWindow.fx(() -> slider.localToScene(slider.getBoundsInLocal()));
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(foot);
    }

    @Test
    void sliderShowsThatItHasTheFocus() {
        threeSessions();
        open();
        Region thumb = (Region) node("#linger .thumb");
        Background before = OpenWindow.fx(thumb::getBackground);
        OpenWindow.run(
                () -> {
                    node("#linger")
                            .pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
                    layout();
                });
        assertThat(OpenWindow.fx(thumb::getBackground)).isNotEqualTo(before);
    }

    @Test
    void withTooLittleThereIsASentenceInsteadOfCurves() {
        open();
        assertThat(text("#sharing-why")).startsWith("Not enough in the record yet");
        assertThat(OpenWindow.fx(() -> Nodes.shown(node("#linger")))).isFalse();
    }

    private void open() {
        lab.settle();
        page = OpenWindow.fx(this::page);
        OpenWindow.run(() -> model.span().set(SharingModel.Span.ALL));
        OpenWindow.run(this::layout);
    }

    private Room<SharingController> page() {
        Words words = new Words(texts, new Formats(Clock.systemDefaultZone()));
        RecordModel record =
                new RecordModel(
                        CompletableFuture.completedFuture(store),
                        CompletableFuture.completedFuture(store),
                        texts,
                        Runnable::run,
                        Runnable::run);
        target =
                new TargetModel(
                        new Target(
                                lab.controller().name(),
                                Target.Kind.TEST,
                                lab.controller(),
                                "m.ivanova"),
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.of(record),
                        words,
                        Runnable::run);
        model = new SharingModel(target);
        Room<SharingController> room =
                new Rooms()
                        .with(
                                SharingController.class,
                                () -> new SharingController(model, target.details(), texts))
                        .open(SharingController.class);
        target.details().page().set(Page.SHARING);
        new Theme().dress(room.root());
        new Scene(room.root(), WIDTH, HEIGHT);
        return room;
    }

    private void layout() {
        Parent root = page.root();
        root.applyCss();
        root.resize(WIDTH, HEIGHT);
        root.layout();
    }

    private void slide(Slider linger, double to) {
        OpenWindow.run(() -> linger.setValue(to));
        OpenWindow.run(this::layout);
    }

    private double mark() {
        return ((Line) node(".curve-chosen")).getStartX();
    }

    private Node node(String query) {
        return page.root().lookup(query);
    }

    private String text(String query) {
        return OpenWindow.fx(() -> ((Labeled) node(query)).getText());
    }

    private void threeSessions() {
        for (int i = 0; i < 3; i++) {
            SessionLease lease = lab.take("billing-sync");
            lab.advance(Duration.ofSeconds(1));
            lab.now(lease.closeAsync());
            lab.advance(Duration.ofMinutes(1));
        }
    }
}
