package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The first minute of somebody who sees the window for the first time. */
class FirstMinuteTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;
    private static final String HINT = "This lease opened the session.";
    private static final PseudoClass GHOST = PseudoClass.getPseudoClass("ghost");
    private static final Pattern COUNTDOWN =
            Pattern.compile("^Lingering: no lease\\. Session #1 closes in (\\d) s unless");

    @Test
    void sessionOpensForTheFirstLeaseIsSharedAndClosesAfterTheLast() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT, Map.of("openTakes", "1s"))) {
            List<String> notices = noticed(window);
            // So narrow a window has no room for all columns beside the side pane.
            window.keys(KeyCode.CONTROL, KeyCode.I);
            assertThat(window.robot().lookup(".dialog-card").tryQuery()).isEmpty();
            assertThat(Sight.text(window, "#card-sentence"))
                    .isEqualTo("Closed. No client holds a lease.");
            window.inClicks(1, () -> window.press("acquire-lease"));
            firstLeaseOpens(window);
            assertThat(notices).contains(HINT);
            window.inClicks(1, () -> window.press("ten-more"));
            tenMoreShare(window);
            window.inClicks(1, () -> window.press("release-all"));
            allLeaveAndItCloses(window);
            window.inClicks(1, () -> lookAtTheSession(window));
            window.press("acquire-lease");
            window.awaitCard("held by 1 lease");
            assertThat(window.card()).contains("Session #2");
            assertThat(notices).containsOnlyOnce(HINT);
        }
    }

    private static void firstLeaseOpens(OpenWindow window) {
        window.awaitCard("held by 1 lease of 1 client");
        assertThat(window.said()).anyMatch(card -> card.startsWith("Opening session #1 for"));
        window.awaitThat(() -> Sight.rows(window, "lease-table").size() == 1);
        TableRow<?> row = Sight.rows(window, "lease-table").getFirst();
        assertThat(Sight.cells(row))
                .containsEntry("State", "Held")
                .containsEntry("Lease", "L-1")
                .containsEntry("Client", "operator");
        assertThat(OpenWindow.fx(() -> row.lookupAll(".st-busy"))).as("flash").hasSize(1);
    }

    private static void tenMoreShare(OpenWindow window) {
        window.awaitCard("held by 11 leases of 11 clients");
        window.awaitThat(() -> Sight.text(window, "#leasesBadge").equals("11"));
        assertThat(window.card()).contains("Session #1");
        assertThat(window.title()).isEqualTo("Open 11 · Demo server · Leasehold");
    }

    private static void allLeaveAndItCloses(OpenWindow window) {
        window.awaitThat(() -> areGhosts(Sight.rows(window, "lease-table")));
        window.awaitCard("Closed since");
        List<String> seconds =
                window.said().stream()
                        .flatMap(card -> COUNTDOWN.matcher(card).results())
                        .map(result -> result.group(1))
                        .distinct()
                        .toList();
        assertThat(seconds).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(window.card())
                .contains("Last: session #1", "11 leases, closed when linger ended");
    }

    private static boolean areGhosts(List<TableRow<?>> rows) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(
                                row ->
                                        row.getPseudoClassStates().contains(GHOST)
                                                && "Released"
                                                        .equals(Sight.cells(row).get("State")));
    }

    private static void lookAtTheSession(OpenWindow window) {
        window.tab("Sessions");
        List<TableRow<?>> rows = Sight.rows(window, "session-table");
        assertThat(rows).hasSize(1);
        assertThat(Sight.cells(rows.getFirst()))
                .containsEntry("State", "Closed")
                .containsEntry("Session", "#1")
                .containsEntry("Opened by", "operator")
                .containsEntry("Leases", "11")
                .containsEntry("Peak", "11")
                .containsEntry("Why closed", "Linger ended");
    }

    @Test
    void flakyServerIsOneCauseWithItsCountAndItsStack() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.inClicks(2, () -> window.choose("scenario", "Flaky server"));
            window.awaitThat(() -> Sight.words(window, "#failuresBadge").equals(List.of("1 new")));
            window.awaitThat(() -> failures(window) > 2);
            window.tab("Failures");
            List<TableRow<?>> rows = Sight.rows(window, "failure-table");
            assertThat(rows).hasSize(1);
            assertThat(Sight.cells(rows.getFirst()))
                    .containsEntry("State", "New")
                    .containsEntry("Category", "Unreachable");
            assertThat(Integer.parseInt(Sight.cells(rows.getFirst()).get("Count")))
                    .isGreaterThan(2);
            window.click(rows.getFirst());
            assertThat(Sight.words(window, "#details"))
                    .contains("Unreachable", "Stack")
                    .anyMatch(said -> said.matches("(New|Seen) · \\d+ times"));
            assertThat(Sight.words(window, "#details .stack"))
                    .first()
                    .asString()
                    .matches("\\w+\\.\\w+:\\d+");
        }
    }

    private static long failures(OpenWindow window) {
        return window.target().failures().rows().getFirst().failures().count();
    }

    @Test
    void leakIsFoundByItsTileWithWhoSinceWhenAndWhere() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT, Duration.ofSeconds(3))) {
            window.choose("scenario", "Leaky client");
            // As the preset has it, a person waits for one lease in ten to be kept.
            OpenWindow.run(() -> window.target().simulator().orElseThrow().write("leaks", "1"));
            window.awaitThat(() -> Integer.parseInt(overdue(window)) > 0);
            window.inClicks(2, () -> lookAtTheLeak(window));
            window.press("details-act");
            assertThat(Sight.words(window, "#revoke-dialog")).contains("Revoke 1 lease?");
            window.write("left behind");
            window.press("revoke-now");
            // A lease that ended stays in view for five seconds.
            window.awaitThat(() -> endedBy(window).equals("m.ivanova: \"left behind\""));
        }
    }

    private static String endedBy(OpenWindow window) {
        Map<String, String> facts = Sight.facts(window);
        return facts.containsKey("Ended") ? facts.getOrDefault("By", "") : "";
    }

    private static String overdue(OpenWindow window) {
        List<String> tile = Sight.words(window, "#tile-overdue");
        assertThat(tile).last().isEqualTo("overdue");
        return tile.getFirst();
    }

    private static void lookAtTheLeak(OpenWindow window) {
        window.press("tile-overdue");
        window.click(Sight.rows(window, "lease-table").getFirst());
        assertThat(Sight.words(window, "#details")).contains("overdue");
        assertThat(window.text("details-title")).matches("[a-z]+-[a-z]+");
        assertThat(Sight.facts(window).get("Holder")).matches("\\S+@\\S+ · pid \\d+");
        assertThat(Sight.facts(window).get("Granted"))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\(.+\\)");
        assertThat(Sight.words(window, "#details .stack"))
                .first()
                .asString()
                .matches("SimulatedClient\\.\\w+:\\d+");
    }

    @Test
    void leakOfTheDemoIsSuspectedWithinTheFirstMinute() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            assertThat(window.target().overdueAfter()).isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void realTargetIsOfferedBesideTheDemo() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.press("target-menu");
            Node offer = Sight.labeled(window, ".menu-item .label", "Connect to a real target…");
            window.click(offer);
            assertThat(Sight.words(window, "#connect-dialog")).contains("Connect to a target");
            window.type(KeyCode.ESCAPE);
            assertThat(window.robot().lookup("#connect-dialog").tryQuery()).isEmpty();
        }
    }

    /** Returns what the status bar has said, and goes on to. */
    private static List<String> noticed(OpenWindow window) {
        List<String> notices = new CopyOnWriteArrayList<>();
        Labeled notice = window.robot().lookup("#notice").queryLabeled();
        OpenWindow.run(() -> notice.textProperty().subscribe(said -> notices.add(said)));
        return notices;
    }
}
