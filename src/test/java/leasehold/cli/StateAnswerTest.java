package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.history.PastState;
import leasehold.history.Run;
import leasehold.session.Act;
import leasehold.session.Ledger;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;
import org.junit.jupiter.api.Test;

/** What is not certain, or not known, is said. */
class StateAnswerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PastState STATE =
            new PastState(
                    12,
                    NOON,
                    0,
                    SessionState.OPENING,
                    Optional.of(NOON),
                    List.of(
                            new PastState.Session(
                                    3,
                                    SessionInfo.Phase.OPENING,
                                    NOON,
                                    "billing-sync",
                                    Optional.empty(),
                                    "")),
                    List.of(2L),
                    Optional.of(
                            new SessionSnapshot.Drain(
                                    NOON.plusSeconds(5), Optional.of(new Act("marta", "")))),
                    List.of(),
                    new Ledger(0, 0, 0, 0, 0, 0, 0, 0),
                    40);

    @Test
    void whatIsMissingAndWhatCameAfterTheRecordIsSaid() {
        Run.End end = new Run.End(Run.Ending.CUT, NOON.plusSeconds(1), 12, 0, 1);
        Run run = new Run(7, "orders", NOON.minusSeconds(60), Optional.of(end));
        StateAnswer answer = new StateAnswer(run, NOON.plusSeconds(60), STATE);
        assertThat(answer.text(new Texts()).lines())
                .extracting(line -> line.replaceFirst(" {2,}", ": "))
                .containsExactly(
                        "state: opening since 2026-03-01T12:00:00Z, event 12 of run 7",
                        "session: 3: opening since 2026-03-01T12:00:00Z, for billing-sync",
                        "strays: [2]",
                        "refuses requests until: 2026-03-01T12:00:05Z",
                        "held: 0",
                        "waiting: 0",
                        "record ended: 2026-03-01T12:00:01Z, CUT; what came after is not known",
                        "uncertain: 40 events are not in the record that might have changed this");
        assertThat(answer.facts())
                .containsEntry("missing", 40L)
                .containsEntry("recordEnded", "2026-03-01T12:00:01Z")
                .containsEntry("refusesUntil", "2026-03-01T12:00:05Z");
    }
}
