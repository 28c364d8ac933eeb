package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator comes for, and how many clicks it takes. */
class TasksTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;
    private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";
    private static final Pattern OPENING_FAILED =
            Pattern.compile(
                    "Closed, last opening failed at (" + CLOCK + "): server unreachable\\.");

    @Test
    void isItOpenSinceWhenAndWhyTakesNoClick() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            change(window, 3);
            window.awaitCard("held by 3 leases");
            window.inClicks(
                    0,
                    () ->
                            assertThat(Sight.text(window, "#card-sentence"))
                                    .matches("Open for .+, held by 3 leases of 3 clients\\."));
            change(window, -3);
            window.awaitCard("Closed since");
            window.inClicks(0, () -> readsWhyItIsClosed(window));
        }
    }

    private static void readsWhyItIsClosed(OpenWindow window) {
        assertThat(Sight.text(window, "#card-sentence"))
                .matches("Closed since " + CLOCK + "\\. No client holds a lease\\.");
        assertThat(Sight.text(window, "#card .card-second"))
                .matches(
                        "Last: session #1, open .+, 3 leases, closed when linger ended"
                                + " \\([a-z]+-[a-z]+\\)\\.");
    }

    @Test
    void longestHolderAndItsLineTakeNoClickAndItsStackTakesOne() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            change(window, 1);
            window.awaitCard("held by 1 lease");
            window.awaitThat(() -> !Sight.rows(window, "lease-table").isEmpty());
            String longest =
                    Sight.cells(Sight.rows(window, "lease-table").getFirst()).get("Client");
            change(window, 4);
            window.awaitCard("held by 5 leases");
            window.inClicks(
                    0,
                    () ->
                            assertThat(Sight.text(window, "#card .card-second"))
                                    .matches(
                                            "Longest: "
                                                    + longest
                                                    + ", .+, acquired at SimulatedClient\\.\\w+:\\d+"));
            window.inClicks(
                    1, () -> window.click(Sight.labeled(window, "#card .word-link", longest)));
            assertThat(window.text("details-title")).isEqualTo(longest);
            assertThat(Sight.words(window, "#details")).contains("Acquired at");
            assertThat(Sight.words(window, "#details .stack"))
                    .first()
                    .asString()
                    .matches("SimulatedClient\\.\\w+:\\d+");
            assertThat(Sight.text(window, "#details #fold")).matches("\\d+ frames of libraries");
        }
    }

    @Test
    void suspectedLeaksTakeOneClick() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT, Duration.ofSeconds(4))) {
            leak(window);
            window.inClicks(1, () -> window.press("tile-overdue"));
            List<TableRow<?>> rows = Sight.rows(window, "lease-table");
            assertThat(rows).hasSize(1);
            assertThat(Sight.cells(rows.getFirst())).containsEntry("Lease", "L-1");
            assertThat(Sight.cells(rows.getFirst()).get("Held for")).startsWith("overdue ");
            change(window, 1);
            window.awaitThat(() -> Sight.text(window, "#count").equals("1 of 2 leases"));
        }
    }

    @Test
    void stuckLeaseIsTakenAwayWithAReasonInThreeClicks() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            change(window, 2);
            window.awaitCard("held by 2 leases");
            window.awaitThat(() -> Sight.rows(window, "lease-table").size() == 2);
            window.inClicks(3, () -> revokeTheFirst(window));
            // A lease that ended stays in view for five seconds.
            window.awaitThat(() -> shownAsRevoked(window));
            window.awaitCard("held by 1 lease of 1 client");
        }
    }

    private static boolean shownAsRevoked(OpenWindow window) {
        TableRow<?> row = Sight.rows(window, "lease-table").getFirst();
        return "Revoked".equals(Sight.cells(row).get("State"))
                && "m.ivanova: \"stuck\"".equals(Sight.facts(window).get("By"));
    }

    private static void revokeTheFirst(OpenWindow window) {
        window.click(Sight.rows(window, "lease-table").getFirst());
        window.press("revoke-leases");
        window.write("stuck");
        window.press("revoke-now");
    }

    @Test
    void whyClientsFailedAtATimeTakesTwoClicks() throws TimeoutException {
        try (OpenWindow window =
                new OpenWindow(WIDTH, HEIGHT, Map.of("failsUnreachable", "1", "openTakes", "1s"))) {
            change(window, 3);
            window.awaitCard("Closed, last opening failed");
            Matcher card = OPENING_FAILED.matcher(Sight.text(window, "#card-sentence"));
            assertThat(card.matches()).isTrue();
            window.inClicks(2, () -> lookAtTheFailure(window));
            List<String> details = Sight.words(window, "#details");
            assertThat(details).contains("Unreachable", "What to do next", "Message");
            int answers = details.indexOf("What each waiting client got");
            List<String> answered = details.subList(answers + 1, details.size());
            assertThat(answered).anyMatch(said -> said.startsWith(card.group(1)));
            assertThat(answered)
                    .filteredOn(said -> said.matches("[a-z]+-[a-z]+, L-\\d: nothing"))
                    .hasSize(3);
        }
    }

    private static void lookAtTheFailure(OpenWindow window) {
        window.press("tile-failed");
        window.click(Sight.rows(window, "failure-table").getFirst());
    }

    @Test
    void sessionThatIsGoneTakesTwoClicks() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            change(window, 2);
            window.awaitCard("held by 2 leases");
            window.target().target().acts().closeSession(Duration.ZERO, "upgrade");
            window.awaitCard("Closed since");
            window.inClicks(2, () -> lookAtTheSession(window));
            assertThat(window.text("details-title")).isEqualTo("Session #1");
            assertThat(Sight.facts(window))
                    .containsEntry("Leases", "2")
                    .containsEntry("Peak", "2")
                    .containsEntry("Why", "Operator")
                    .containsEntry("Closed by", "m.ivanova: \"upgrade\"");
            assertThat(Sight.facts(window).get("Opened by")).matches("[a-z]+-[a-z]+");
            assertThat(Sight.facts(window).get("Closed")).matches(CLOCK + "\\.\\d{3}");
        }
    }

    @Test
    void sessionOfBeforeARestartTakesTwoClicks(@TempDir Path folder) throws TimeoutException {
        Path record = folder.resolve("record.leasehold");
        try (OpenWindow before = new OpenWindow(WIDTH, HEIGHT, record)) {
            // What happens before the record is open does not stand in it.
            before.awaitThat(() -> before.text("record-line").startsWith("Record "));
            change(before, 2);
            before.awaitCard("held by 2 leases");
            before.target().target().acts().closeSession(Duration.ZERO, "upgrade");
            before.awaitCard("Closed since");
        }
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT, record)) {
            window.awaitThat(() -> window.target().sessions().kept() == 1);
            assertThat(window.text("sessionsBadge")).isEqualTo("1");
            window.inClicks(2, () -> lookAtTheSession(window));
            assertThat(window.text("details-title")).isEqualTo("Session #1");
            assertThat(Sight.facts(window))
                    .containsEntry("Leases", "2")
                    .containsEntry("Why", "Operator")
                    .containsEntry("Closed by", "m.ivanova: \"upgrade\"")
                    .containsEntry("Run", "a former one, number 1 in the record");
            window.awaitThat(() -> window.text("record-line").startsWith("Record "));
        }
    }

    private static void lookAtTheSession(OpenWindow window) {
        window.tab("Sessions");
        window.click(Sight.rows(window, "session-table").getFirst());
    }

    @Test
    void loadTakesTwoClicks() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.inClicks(2, () -> window.choose("scenario", "Herd"));
            window.awaitCard("held by 200 leases of 200 clients");
            assertThat(window.text("start-scenario")).isEqualTo("Stop");
        }
    }

    @Test
    void faultsTakeTwoClicks() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(WIDTH, HEIGHT)) {
            window.inClicks(2, () -> window.choose("scenario", "Server drops"));
            window.awaitThat(
                    () -> window.text("faults-said").equals("Faults: connection lost 100 %"));
            window.awaitCard("Open for");
        }
    }

    /** Has a client hold a lease until it is overdue. */
    private static void leak(OpenWindow window) {
        change(window, 1);
        window.awaitThat(() -> Sight.words(window, "#tile-overdue").getFirst().equals("1"));
    }

    private static void change(OpenWindow window, int by) {
        OpenWindow.run(() -> window.target().simulator().orElseThrow().change(by));
    }
}
