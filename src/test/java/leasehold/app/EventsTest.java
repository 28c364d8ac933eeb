package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import leasehold.history.EventKind;
import leasehold.ui.model.Details;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.EventRecord;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.LeaseRow;
import org.junit.jupiter.api.Test;

/** The events in the whole window. */
class EventsTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;

    @Test
    void everyEventHasARowInTheOrderOfTime() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            bring(window);
            window.awaitEvents(4);
            assertThat(kinds(window))
                    .containsExactly(
                            "lease.requested",
                            "session.opening",
                            "session.opened",
                            "lease.granted");
            assertThat(window.text("event-count")).isEqualTo("4 events");
            TableView<EventRow> table = window.table("event-table");
            assertThat(OpenWindow.fx(() -> table.getItems().getFirst().place().number()))
                    .isEqualTo(1);
        }
    }

    @Test
    void newestRowIsFollowedAtTheEdgeAndNothingMovesAwayFromIt() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("ten-more");
            window.awaitCard("held by 10 leases");
            OpenWindow.run(() -> window.target().simulator().orElseThrow().change(30));
            window.awaitCard("held by 40 leases");
            bring(window);
            window.awaitThat(() -> last(window).getIndex() == rows(window).size() - 1);
            OpenWindow.run(() -> window.target().simulator().orElseThrow().change(30));
            window.awaitCard("held by 70 leases");
            // What came later would be followed, and take the view along.
            window.awaitThat(() -> granted(window) == 70);
            window.awaitThat(() -> last(window).getIndex() == rows(window).size() - 1);
            OpenWindow.run(() -> window.table("event-table").scrollTo(20));
            window.awaitThat(() -> first(window).getIndex() == 20);
            OpenWindow.run(() -> window.target().simulator().orElseThrow().change(30));
            window.awaitCard("held by 100 leases");
            window.awaitThat(() -> granted(window) == 100);
            assertThat(OpenWindow.fx(() -> first(window).getIndex())).isEqualTo(20);
        }
    }

    @Test
    void filterSaysHowManyOfAllAndEscapeClearsIt() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            bring(window);
            window.awaitEvents(4);
            OpenWindow.run(() -> window.scene().lookup("#event-filter").requestFocus());
            window.write("kind:lease.*");
            window.awaitEvents(2);
            assertThat(window.text("event-count")).isEqualTo("2 of 4 events");
            window.write("x");
            window.awaitEvents(0);
            assertThat(window.text("event-count")).isEqualTo("0 of 4 events");
            assertThat(shown(window, "0 of 4 events match kind:lease.*x.")).isTrue();
            OpenWindow.run(() -> window.table("event-table").requestFocus());
            window.type(KeyCode.ESCAPE);
            assertThat(window.text("event-count")).isEqualTo("4 events");
        }
    }

    @Test
    void selectedEventIsShownInFullAndLeadsToItsLease() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            bring(window);
            window.awaitEvents(4);
            OpenWindow.run(() -> window.table("event-table").getSelectionModel().selectLast());
            assertThat(window.text("details-title")).isEqualTo("lease.granted");
            Details details =
                    OpenWindow.fx(() -> window.target().details().shown().get()).orElseThrow();
            assertThat(details.sections().getFirst().lines()).last().asString().endsWith("Z");
            OpenWindow.run(() -> link(window, "L-1").fire());
            assertThat(topic(window)).isEqualTo(Topic.LEASES);
            LeaseRow lease =
                    OpenWindow.fx(
                            () ->
                                    window.<LeaseRow>table("lease-table")
                                            .getSelectionModel()
                                            .getSelectedItem());
            assertThat(lease.id()).isEqualTo(1);
            assertThat(window.text("details-events")).isEqualTo("Events of L-1");
            window.press("details-events");
            assertThat(topic(window)).isEqualTo(Topic.EVENTS);
            window.awaitEvents(3);
            assertThat(window.text("event-count")).isEqualTo("3 of 4 events");
        }
    }

    @Test
    void sessionLeadsToItsEventsAndBack() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            OpenWindow.run(() -> window.target().details().topic().set(Topic.SESSIONS));
            OpenWindow.run(() -> window.table("session-table").getSelectionModel().select(0));
            assertThat(window.text("details-events")).isEqualTo("Events of #1");
            window.press("details-events");
            window.awaitEvents(3);
            assertThat(kinds(window))
                    .containsExactly("session.opening", "session.opened", "lease.granted");
            OpenWindow.run(() -> window.table("event-table").getSelectionModel().select(0));
            OpenWindow.run(() -> link(window, "#1").fire());
            assertThat(topic(window)).isEqualTo(Topic.SESSIONS);
        }
    }

    @Test
    void refusedEventLeadsToWhatIsToBlame() throws TimeoutException {
        try (OpenWindow window = open(Map.of("failsUnreachable", "1", "openTakes", "20ms"))) {
            window.press("acquire-lease");
            window.awaitCard("Closed, last opening failed");
            bring(window);
            window.awaitThat(() -> !refused(window).isEmpty());
            OpenWindow.run(
                    () ->
                            window.<EventRow>table("event-table")
                                    .getSelectionModel()
                                    .select(refused(window).getFirst()));
            OpenWindow.run(() -> window.target().events().filter().set("kind:lease.refused"));
            window.awaitEvents(1);
            String cited =
                    OpenWindow.fx(() -> window.target().details().shown().get())
                            .orElseThrow()
                            .facts()
                            .stream()
                            .filter(fact -> fact.name().equals("Because of"))
                            .findFirst()
                            .orElseThrow()
                            .value();
            OpenWindow.run(() -> link(window, cited).fire());
            assertThat(window.text("details-title")).isEqualTo("session.openFailed");
            assertThat(OpenWindow.fx(() -> window.target().events().filtered())).isFalse();
        }
    }

    @Test
    void missedEventsAreARowOfTheirOwn() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            bring(window);
            window.awaitEvents(4);
            miss(window, 250);
            window.awaitEvents(5);
            OpenWindow.run(() -> window.table("event-table").getSelectionModel().selectLast());
            assertThat(window.text("details-title")).isEqualTo("monitor.gap");
            assertThat(shown(window, "250 events missed: 5 to 254")).isTrue();
        }
    }

    @Test
    void copiesWhatIsShownWithAHeader() throws TimeoutException {
        try (OpenWindow window = open(Map.of())) {
            window.press("one-more");
            window.awaitCard("held by 1 lease");
            bring(window);
            window.awaitEvents(4);
            OpenWindow.run(() -> window.table("event-table").getSelectionModel().select(3));
            window.keys(KeyCode.CONTROL, KeyCode.C);
            List<String> lines =
                    OpenWindow.fx(() -> Clipboard.getSystemClipboard().getString())
                            .lines()
                            .toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.getFirst()).startsWith("Number\tTime\t").endsWith("\tText");
            assertThat(lines.getLast()).startsWith("4\t").contains("\tlease.granted\t");
        }
    }

    /** Has the record say that events were missed after the last; nothing may happen after it. */
    static void miss(OpenWindow window, long count) {
        String gap =
                """
                INSERT INTO entry SELECT 1000000, run, number + %1$d, at, 0, 0, 'monitor.gap', 0,
                  '', NULL, json_object('first', number + 1, 'count', %1$d, 'why', 'PACE')
                FROM entry ORDER BY position DESC LIMIT 1
                """;
        try (Connection record = DriverManager.getConnection("jdbc:sqlite:" + window.recordFile());
                Statement statement = record.createStatement()) {
            statement.executeUpdate(gap.formatted(count));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        OpenWindow.run(() -> window.target().details().topic().set(Topic.LEASES));
        OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
    }

    private static OpenWindow open(Map<String, String> settings) throws TimeoutException {
        return new OpenWindow(WIDTH, HEIGHT, settings);
    }

    private static void bring(OpenWindow window) {
        OpenWindow.run(() -> window.target().details().topic().set(Topic.EVENTS));
        OpenWindow.run(() -> window.table("event-table").requestFocus());
    }

    private static Topic topic(OpenWindow window) {
        return OpenWindow.fx(() -> window.target().details().topic().get());
    }

    private static List<EventRow> rows(OpenWindow window) {
        return window.<EventRow>table("event-table").getItems();
    }

    private static List<String> kinds(OpenWindow window) {
        return OpenWindow.fx(
                () -> known(window).map(EventRecord::kind).map(EventKind::text).toList());
    }

    private static Stream<EventRecord> known(OpenWindow window) {
        return rows(window).stream().flatMap(row -> row.known().stream());
    }

    private static long granted(OpenWindow window) {
        return known(window).filter(event -> event.kind() == EventKind.LEASE_GRANTED).count();
    }

    private static List<EventRow> refused(OpenWindow window) {
        return rows(window).stream()
                .filter(
                        row ->
                                row.known()
                                        .filter(event -> event.kind() == EventKind.LEASE_REFUSED)
                                        .isPresent())
                .toList();
    }

    private static Hyperlink link(OpenWindow window, String text) {
        return window.scene().getRoot().lookupAll(".fact-link").stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static boolean shown(OpenWindow window, String text) {
        return OpenWindow.fx(
                () ->
                        window.scene().getRoot().lookupAll(".label").stream()
                                .filter(Labeled.class::isInstance)
                                .map(Labeled.class::cast)
                                .anyMatch(label -> text.equals(label.getText())));
    }

    private static IndexedCell<?> first(OpenWindow window) {
        return Optional.ofNullable(flow(window).getFirstVisibleCell()).orElseThrow();
    }

    private static IndexedCell<?> last(OpenWindow window) {
        return Optional.ofNullable(flow(window).getLastVisibleCell()).orElseThrow();
    }

    private static VirtualFlow<?> flow(OpenWindow window) {
        return (VirtualFlow<?>) window.table("event-table").lookup(".virtual-flow");
    }
}
