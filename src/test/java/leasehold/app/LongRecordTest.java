package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import leasehold.history.Place;
import leasehold.history.Told;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.EventRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that is longer than a table bears, in the window. */
class LongRecordTest {

    private static final long LENGTH = 50_000;
    private static final Instant NOON = Instant.parse("2025-06-04T12:00:00Z");

    @TempDir Path folder;

    @Test
    void opensAtTheNewestAndGoesToEitherEnd() throws Exception {
        try (OpenWindow window = open()) {
            assertThat(OpenWindow.fx(() -> table(window).getItems().size())).isLessThan(20_001);
            assertThat(last(window).run()).as("the seam of this run").isEqualTo(2);
            OpenWindow.run(() -> table(window).requestFocus());
            window.type(KeyCode.HOME);
            window.awaitThat(() -> first(window).equals(new Place(1, 1)));
            assertThat(bar(window).getValue()).isZero();
            window.type(KeyCode.END);
            window.awaitThat(() -> last(window).run() == 2);
            assertThat(bar(window).getValue()).isGreaterThan(LENGTH - 100.0);
        }
    }

    @Test
    void barStandsForAllAndRowsInViewAreRead() throws Exception {
        try (OpenWindow window = open()) {
            for (double part : new double[] {0.5, 0.01, 0.25, 0.99, 0}) {
                long wanted = OpenWindow.fx(() -> drag(bar(window), part));
                window.awaitThat(() -> Math.abs(first(window).number() - 1 - wanted) <= 1);
                window.awaitThat(
                        () -> row(window, flow(window).getFirstVisibleCell()).known().isPresent());
            }
        }
    }

    @Test
    void scrollingOnSlidesTheStretchAndMovesNothing() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.run(() -> bar(window).setValue(20_000));
            window.awaitThat(() -> Math.abs(first(window).number() - 20_001) <= 1);
            long before = OpenWindow.fx(() -> first(window).number());
            for (int step = 0; step < 300; step++) {
                OpenWindow.run(() -> flow(window).scrollPixels(28 * 20));
            }
            window.awaitThat(() -> Math.abs(first(window).number() - before - 6_000) <= 1);
        }
    }

    @Test
    void selectedRowStaysSelectedWhereverTheStretchIs() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.run(() -> bar(window).setValue(20_000));
            window.awaitThat(
                    () -> row(window, flow(window).getFirstVisibleCell()).known().isPresent());
            OpenWindow.run(
                    () ->
                            table(window)
                                    .getSelectionModel()
                                    .select(flow(window).getFirstVisibleCell().getIndex()));
            String title = window.text("details-title");
            Optional<Place> selected = selected(window);
            OpenWindow.run(() -> bar(window).setValue(100));
            window.awaitThat(() -> first(window).number() < 200);
            assertThat(selected(window)).isEqualTo(selected).isPresent();
            assertThat(window.text("details-title")).isEqualTo(title);
            OpenWindow.run(() -> bar(window).setValue(20_000));
            window.awaitThat(() -> !table(window).getSelectionModel().isEmpty());
            assertThat(selected(window)).isEqualTo(selected);
            OpenWindow.run(
                    () ->
                            table(window)
                                    .getSelectionModel()
                                    .clearAndSelect(
                                            flow(window).getFirstVisibleCell().getIndex() + 3));
            assertThat(OpenWindow.fx(() -> window.target().events().selected().size())).isOne();
        }
    }

    @Test
    void filterLooksThroughAllOfIt() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.run(() -> window.target().events().filter().set("session:7"));
            window.awaitThat(() -> window.target().events().searched().get() == 100);
            assertThat(OpenWindow.fx(() -> window.target().events().total().get()))
                    .isEqualTo(LENGTH / 10);
            assertThat(OpenWindow.fx(() -> bar(window).isVisible())).isFalse();
            OpenWindow.run(() -> window.target().events().clearFilter());
            window.awaitThat(() -> window.target().events().total().get() >= LENGTH);
        }
    }

    @Test
    void allThatIsSelectedIsCopiedThoughMoreThanAWindowKeeps() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.run(() -> table(window).requestFocus());
            int rows = OpenWindow.fx(() -> selectAll(table(window)));
            assertThat(rows).isGreaterThan(9_000);
            window.keys(KeyCode.CONTROL, KeyCode.C);
            window.awaitThat(() -> copied().size() == rows + 1);
            assertThat(copied().get(1)).contains("\tsession.resumed\t");
            assertThat(copied().stream().map(line -> line.split("\t")[0]).distinct())
                    .as("numbers of the run before, and the first of this one")
                    .hasSizeGreaterThan(9_000);
        }
    }

    /** Selects all rows in one act, for more may come; returns how many they are. */
    private static int selectAll(TableView<EventRow> table) {
        table.getSelectionModel().selectAll();
        return table.getItems().size();
    }

    private OpenWindow open() throws IOException, TimeoutException {
        Path file = folder.resolve("record.sqlite");
        try (Told told = new Told(file, "Demo server")) {
            told.tell(LongStream.rangeClosed(1, LENGTH).mapToObj(LongRecordTest::event).toList());
        }
        OpenWindow window = new OpenWindow(960, 600, file);
        window.press("one-more");
        window.awaitCard("held by 1 lease");
        OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
        window.awaitThat(() -> window.target().events().total().get() > LENGTH);
        window.awaitThat(() -> last(window).run() == 2);
        return window;
    }

    private static SessionEvent event(long number) {
        Instant at = NOON.plusMillis(number);
        return new SessionEvent.Resumed(new Stamp(number, at, number * 1_000_000, number % 10));
    }

    private static List<String> copied() {
        return OpenWindow.fx(
                () ->
                        Optional.ofNullable(Clipboard.getSystemClipboard().getString()).stream()
                                .flatMap(String::lines)
                                .toList());
    }

    private static Optional<Place> selected(OpenWindow window) {
        List<EventRow> rows = OpenWindow.fx(() -> List.copyOf(window.target().events().selected()));
        return rows.stream().map(EventRow::place).findFirst();
    }

    private static Place first(OpenWindow window) {
        return OpenWindow.fx(() -> row(window, flow(window).getFirstVisibleCell()).place());
    }

    private static Place last(OpenWindow window) {
        return OpenWindow.fx(() -> row(window, flow(window).getLastVisibleCell()).place());
    }

    private static EventRow row(OpenWindow window, IndexedCell<?> cell) {
        return table(window).getItems().get(cell.getIndex());
    }

    private static TableView<EventRow> table(OpenWindow window) {
        return window.table("event-table");
    }

    private static VirtualFlow<?> flow(OpenWindow window) {
        return (VirtualFlow<?>) table(window).lookup(".virtual-flow");
    }

    /** Moves a bar in one act, for it grows with every event; returns the row it then stands at. */
    private static long drag(ScrollBar bar, double part) {
        double value = part * bar.getMax();
        bar.setValue(value);
        return Math.round(value);
    }

    private static ScrollBar bar(OpenWindow window) {
        return (ScrollBar) window.scene().lookup("#event-bar");
    }
}
