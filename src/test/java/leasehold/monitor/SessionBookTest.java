package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.SessionEvent;
import leasehold.session.StrayInfo;
import org.junit.jupiter.api.Test;

/** The history of sessions. */
class SessionBookTest {

    private final Story story = new Story();

    @Test
    void recordTellsWhoOpenedUsedAndClosedIt() {
        story.opening("a");
        story.attemptFailed(1, Story.UNREACHABLE);
        story.tell(
                new SessionEvent.Opened(
                        story.stamp(),
                        2,
                        812_000_000,
                        "backend 4711",
                        java.util.Map.of("user", "app")));
        long first = story.grant("a");
        long second = story.grant("b");
        story.release(first, "a");
        story.release(second, "b");
        story.closing(CloseReason.LAST_RELEASE, "b", Optional.empty());
        story.tell(
                new SessionEvent.Closed(
                        story.stamp(), CloseReason.LAST_RELEASE, 150_000_000, 2, 2));

        assertThat(only())
                .satisfies(
                        session -> {
                            assertThat(session.state()).isEqualTo(SessionRecord.State.CLOSED);
                            assertThat(session.opening().openedBy()).isEqualTo("a");
                            assertThat(session.opening().attempts()).isEqualTo(2);
                            assertThat(session.opening().tookNanos()).isEqualTo(812_000_000);
                            assertThat(session.opening().serverId()).isEqualTo("backend 4711");
                            assertThat(session.use()).isEqualTo(new SessionRecord.Use(0, 2, 2));
                            assertThat(session.closedBy()).isEqualTo("b");
                            assertThat(session.ending().map(SessionRecord.Ending::tookNanos))
                                    .contains(150_000_000L);
                            assertThat(session.failures()).isEqualTo(1);
                            assertThat(session.lastFailure()).contains(Story.UNREACHABLE);
                        });
    }

    @Test
    void operatorWhoClosedItIsNamed() {
        story.openFor("a");
        story.closing(CloseReason.OPERATOR, "", Optional.of(Story.ACT));
        story.closed(CloseReason.OPERATOR);

        assertThat(only().closedBy()).isEqualTo("m.ivanova");
    }

    @Test
    void openingThatFailedStaysSoThoughItsCallIsAborted() {
        Failure timeout = Failure.of(FailureCategory.TIMEOUT, "took too long");
        story.opening("a");
        story.attemptFailed(1, timeout);
        story.openFailed(1, timeout, Optional.empty());
        story.closing(CloseReason.OPEN_TIMEOUT, "", Optional.empty());
        story.closed(CloseReason.OPEN_TIMEOUT);

        assertThat(only())
                .satisfies(
                        session -> {
                            assertThat(session.state()).isEqualTo(SessionRecord.State.OPEN_FAILED);
                            assertThat(session.failures()).isEqualTo(1);
                            assertThat(session.openFor(story.now())).isEmpty();
                            assertThat(session.ending().flatMap(SessionRecord.Ending::why))
                                    .isEmpty();
                        });
    }

    @Test
    void openingThatFailedAndWentAstrayIsAFailedOpeningAgainOnceResolved() {
        story.opening("a");
        story.openFailed(1, Story.UNREACHABLE, Optional.empty());
        story.closing(CloseReason.OPEN_TIMEOUT, "", Optional.empty());
        story.tell(
                new SessionEvent.StrayListed(
                        story.stamp(), StrayInfo.Kind.OPEN, Story.UNREACHABLE));
        assertThat(only().state()).isEqualTo(SessionRecord.State.UNCLOSED);

        story.tell(new SessionEvent.StrayResolved(story.stamp()));

        assertThat(only().state()).isEqualTo(SessionRecord.State.OPEN_FAILED);
    }

    @Test
    void lostSessionStaysLost() {
        story.openFor("a");
        story.lost(Story.UNREACHABLE, 1);
        story.closed(CloseReason.LOST);

        assertThat(only())
                .satisfies(
                        session -> {
                            assertThat(session.state()).isEqualTo(SessionRecord.State.LOST);
                            assertThat(session.closedAt()).contains(story.now());
                        });
    }

    @Test
    void onlyTheNewestSessionsAreKept() {
        failOpenings(SessionBook.NEWEST + 5);

        Batch batch = story.drain();

        assertThat(batch.sessions()).hasSize(SessionBook.NEWEST);
        assertThat(batch.goneSessions()).as("never were in the view").isEmpty();
        assertThat(batch.sessions().getFirst().epoch()).isEqualTo(6);
        failOpenings(2);
        assertThat(story.drain().goneSessions()).containsExactly(6L, 7L);
    }

    @Test
    void historyStaysBoundedWhileAnOldSessionLives() {
        story.openFor("a");
        story.drain();
        failOpenings(SessionBook.NEWEST + 5);
        Batch batch = story.drain();
        assertThat(batch.sessions()).hasSize(SessionBook.NEWEST - 1);
        assertThat(batch.goneSessions()).isEmpty();
        assertThat(batch.sessions().getFirst().epoch()).isEqualTo(8);
        failOpenings(1);
        assertThat(story.drain().goneSessions()).containsExactly(8L);
    }

    @Test
    void unclosedSessionOutlivesThoseThatAreClosed() {
        story.openFor("a");
        story.tell(
                new SessionEvent.StrayListed(
                        story.stamp(), StrayInfo.Kind.CLOSE, Story.UNREACHABLE));
        story.drain();
        failOpenings(SessionBook.NEWEST);
        assertThat(story.drain().goneSessions()).isEmpty();
    }

    private void failOpenings(int count) {
        for (int i = 0; i < count; i++) {
            story.opening("a");
            story.openFailed(1, Story.UNREACHABLE, Optional.empty());
        }
    }

    private SessionRecord only() {
        List<SessionRecord> sessions = story.drain().sessions();
        assertThat(sessions).hasSize(1);
        return sessions.getFirst();
    }
}
