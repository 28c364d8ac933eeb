package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.FailureGroup.Retry;
import leasehold.monitor.Standing;
import org.junit.jupiter.api.Test;

/** What the side pane says of failures of one cause. */
class FailureDetailsTest {

    private final FailureDetails details = new FailureDetails(Facts.WORDS);

    @Test
    void saysWhatToDoNextAndWhatEachClientGot() {
        Details said = details.of(group(new Retry.None()));
        assertThat(section(said, "What to do next").lines())
                .containsExactly(Facts.TEXTS.get("Advice.WAIT_FOR_RETRY"));
        assertThat(section(said, "What each waiting client got").lines())
                .containsExactly(
                        "12:00:00.000  billing-sync, L-2: its lease ended",
                        "12:00:00.000  billing-sync, L-1: nothing",
                        "  and 5 more");
        assertThat(said.copy()).contains("First seen\t11:59:00.000").contains("Sessions\t#17");
    }

    @Test
    void framesOfLibrariesAreFolded() {
        var code = (Details.Code) section(details.of(group(new Retry.None())), "Stack");
        assertThat(code.own()).containsExactly("Login.send:88");
        assertThat(code.lines()).containsExactly("Socket.connect:1", "Login.send:88");
        assertThat(code.folded()).isEqualTo(1);
    }

    @Test
    void framesOfTheToolkitAreFoldedToo() {
        var own = new StackTraceElement("acme.Login", "send", "Login.java", 88);
        var toolkit = new StackTraceElement("javafx.event.Event", "fire", "Event.java", 1);
        Details.Code code = Frames.section("Stack", List.of(own, toolkit));
        assertThat(code.own()).containsExactly("Login.send:88");
        assertThat(code.folded()).isEqualTo(1);
    }

    @Test
    void firstFrameIsToBeSeenThoughNoneIsOwn() {
        var frame = new StackTraceElement("java.net.Socket", "connect", "Socket.java", 1);
        Details.Code code = Frames.section("Stack", List.of(frame, frame));
        assertThat(code.own()).containsExactly("Socket.connect:1");
        assertThat(code.folded()).isEqualTo(1);
    }

    @Test
    void nextAttemptIsCountedDown() {
        assertThat(details.retry(group(new Retry.Again(NOON.plusSeconds(4))))).isEqualTo("in 4 s");
        assertThat(details.retry(group(new Retry.Again(NOON)))).isEqualTo("now");
        assertThat(details.retry(group(new Retry.Held(NOON.plusSeconds(24)))))
                .isEqualTo("held 24 s");
        assertThat(details.retry(group(new Retry.Held(NOON)))).isEqualTo("–");
        assertThat(details.retry(group(new Retry.None()))).isEqualTo("–");
    }

    @Test
    void tryNowIsOfferedWhileTheFailureAnswersAllCallers() {
        assertThat(details.of(group(new Retry.Held(NOON.plusSeconds(1)))).act())
                .isEqualTo(Details.Act.TRY_NOW);
        assertThat(details.of(group(new Retry.Held(NOON))).act()).isEqualTo(Details.Act.NONE);
    }

    @Test
    void whatCameAfterTheLastGroupIsOther() {
        FailureGroup other = Facts.failures(FailureGroup.OTHER, Standing.NEW, new Retry.None());
        assertThat(details.cause(other)).isEqualTo("other (7)");
        assertThat(details.of(other).title()).isEqualTo("other (7)");
    }

    private static FailureGroup group(Retry retry) {
        return Facts.failures(1, Standing.SEEN, retry);
    }

    private static Details.Section section(Details details, String title) {
        return details.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
