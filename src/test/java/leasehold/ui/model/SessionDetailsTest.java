package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import leasehold.history.Origin;
import leasehold.monitor.PastSession;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.SessionRecord.State;
import leasehold.ui.model.Details.Fact;
import org.junit.jupiter.api.Test;

class SessionDetailsTest {

    private static final Origin ORIGIN = new Origin("incident.jsonl", NOON);

    @Test
    void sessionThatWasCutOffIsNotSaidToHaveClosed() {
        Map<String, String> facts = facts(cut(Duration.ofSeconds(3)));
        assertThat(facts)
                .containsEntry("Open for", "at least 3.0 s")
                .containsEntry("Last seen", "12:00:03.000")
                .containsEntry(
                        "Why", "The program that watched it ended first: nobody saw how it ended")
                .doesNotContainKeys("Closed", "Closed by", "Close took");
        assertThat(facts(cut(Duration.ZERO))).containsEntry("Open for", "–");
    }

    @Test
    void sessionOfAnImportedRunSaysFromWhere() {
        SessionRecord session = cut(Duration.ZERO);
        assertThat(facts(7, session))
                .containsEntry("Imported", "from incident.jsonl, 12:00:00.000");
        assertThat(facts(session)).doesNotContainKey("Imported");
    }

    private static Map<String, String> facts(SessionRecord session) {
        return facts(1, session);
    }

    private static Map<String, String> facts(long of, SessionRecord session) {
        SessionRow row = new SessionRow(new PastSession(of, 1, session));
        return new SessionDetails(Facts.WORDS, run -> Optional.of(ORIGIN).filter(_ -> run == 7))
                .of(row).facts().stream().collect(Collectors.toMap(Fact::name, Fact::value));
    }

    private static SessionRecord cut(Duration seen) {
        var end =
                new SessionRecord.Ending(
                        Optional.of(NOON.plus(seen)), Optional.empty(), "", Optional.empty(), 0);
        return new SessionRecord(
                1,
                State.CUT,
                NOON,
                new SessionRecord.Opening("billing-sync", 1, Optional.of(NOON), 1, "", Map.of()),
                new SessionRecord.Use(0, 10, 10),
                Optional.of(end),
                0,
                Optional.empty());
    }
}
