package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.SessionRecord.Ending;
import leasehold.monitor.SessionRecord.State;
import leasehold.session.CloseReason;
import org.junit.jupiter.api.Test;

class SessionOrderTest {

    @Test
    void openForPutsWhatLivesLastAndNeverAsksTheClock() {
        SessionRecord never = session(1, State.OPEN_FAILED, 0, 5, CloseReason.ABORTED);
        SessionRecord brief = session(2, State.CLOSED, 10, 5, CloseReason.OPERATOR);
        SessionRecord lengthy = session(3, State.CLOSED, 10, 500, CloseReason.OPERATOR);
        SessionRecord young = living(4, 200);
        SessionRecord old = living(5, 100);
        assertThat(
                        Stream.of(old, lengthy, never, young, brief)
                                .sorted(SessionOrder.OPEN_FOR)
                                .map(SessionRecord::epoch))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whyIsOrderedByTheReasonsAndNotByTheirWords() {
        SessionRecord aged = session(1, State.CLOSED, 1, 1, CloseReason.MAX_AGE);
        SessionRecord operator = session(2, State.CLOSED, 1, 1, CloseReason.OPERATOR);
        SessionRecord lingered = session(3, State.CLOSED, 1, 1, CloseReason.LINGER_ENDED);
        SessionRecord failed = failed(4);
        SessionRecord open = living(5, 1);
        assertThat(
                        Stream.of(open, failed, operator, aged, lingered)
                                .sorted(SessionOrder.WHY)
                                .map(SessionRecord::epoch))
                .containsExactly(3L, 2L, 1L, 4L, 5L);
    }

    private static SessionRecord living(long epoch, long openedAt) {
        return session(epoch, State.OPEN, openedAt, Optional.empty());
    }

    private static SessionRecord failed(long epoch) {
        var end = new Ending(Optional.of(NOON), Optional.empty(), "", Optional.empty(), 0);
        return session(epoch, State.OPEN_FAILED, 0, Optional.of(end));
    }

    private static SessionRecord session(
            long epoch, State state, long openedAt, long openSeconds, CloseReason why) {
        Instant closed = NOON.plusSeconds(openedAt + openSeconds);
        var end = new Ending(Optional.of(closed), Optional.of(why), "", Optional.empty(), 1);
        return session(epoch, state, openedAt, Optional.of(end));
    }

    private static SessionRecord session(
            long epoch, State state, long openedAt, Optional<Ending> ending) {
        Optional<Instant> opened =
                openedAt == 0 ? Optional.empty() : Optional.of(NOON.plusSeconds(openedAt));
        return new SessionRecord(
                epoch,
                state,
                NOON,
                new SessionRecord.Opening("a", 1, opened, 1, "", Map.of()),
                new SessionRecord.Use(0, 0, 0),
                ending,
                0,
                Optional.empty());
    }
}
