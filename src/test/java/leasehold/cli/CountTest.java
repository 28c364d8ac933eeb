package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.CloseReason;
import leasehold.session.Failure;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.Test;

/** Counting event by event. */
class CountTest {

    private static final Instant AT = Instant.parse("2025-06-03T14:00:00Z");
    private static final Failure REFUSED = Failure.of(FailureCategory.UNREACHABLE, "refused");
    private static final Holder HOLDER =
            new Holder("ann", "desk", 4711, "main", Optional.empty(), List.of());

    private final Count count = new Count();
    private long number;

    @Test
    void waitingIsCountedHoweverItEnds() {
        count.onEvent(new SessionEvent.Requested(at(0, 0), info(1)));
        count.onEvent(new SessionEvent.Requested(at(0, 0), info(2)));
        count.onEvent(new SessionEvent.Requested(at(100, 0), info(3)));
        count.onEvent(new SessionEvent.Granted(at(400, 1), info(1)));
        count.onEvent(new SessionEvent.GaveUp(at(500, 0), 2, "two", 0));
        count.onEvent(new SessionEvent.Refused(at(900, 1), 3, "three", HOLDER, REFUSED, 0));
        assertThat(count.counts())
                .containsEntry(Quantity.WAIT_TOTAL_MILLIS, 400L + 500 + 800)
                .containsEntry(Quantity.WAIT_MAX_MILLIS, 800L)
                .containsEntry(Quantity.GAVE_UP, 1L)
                .containsEntry(Quantity.REFUSED, 1L);
    }

    @Test
    void whoIsServedAtOnceDoesNotWait() {
        count.onEvent(new SessionEvent.Granted(at(400, 1), info(1)));
        assertThat(count.counts()).containsEntry(Quantity.WAIT_MAX_MILLIS, 0L);
    }

    @Test
    void peakIsTheMostAtATime() {
        count.onEvent(new SessionEvent.Granted(at(0, 1), info(1)));
        count.onEvent(new SessionEvent.Granted(at(0, 1), info(2)));
        count.onEvent(ended(1));
        count.onEvent(new SessionEvent.Granted(at(0, 1), info(3)));
        count.onEvent(ended(2));
        assertThat(count.counts())
                .containsEntry(Quantity.PEAK, 2L)
                .containsEntry(Quantity.HELD, 1L);
    }

    @Test
    void openTimeIsThatOfEverySessionHoweverItEnds() {
        count.onEvent(opened(1_000, 1));
        count.onEvent(new SessionEvent.Closed(at(3_000, 1), CloseReason.LINGER_ENDED, 5, 1, 1));
        count.onEvent(opened(4_000, 2));
        count.onEvent(new SessionEvent.Lost(at(4_500, 2), REFUSED, 0));
        count.onEvent(new SessionEvent.Closed(at(4_600, 2), CloseReason.LOST, 0, 1, 1));
        count.onEvent(opened(5_000, 3));
        count.onEvent(new SessionEvent.CloseFailed(at(5_100, 3), REFUSED, 9, Optional.empty()));
        assertThat(count.counts())
                .containsEntry(Quantity.OPENS, 3L)
                .containsEntry(Quantity.LOST_SESSIONS, 1L)
                .containsEntry(Quantity.FAILED_CLOSES, 1L)
                .containsEntry(Quantity.OPEN_MILLIS, 2_000L + 500 + 100);
    }

    @Test
    void failuresToOpenAreCountedOnceAnOpeningAndOnceAnAttempt() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            count.onEvent(
                    new SessionEvent.AttemptFailed(
                            at(0, 1), attempt, REFUSED, 1, Optional.empty()));
        }
        count.onEvent(new SessionEvent.OpenFailed(at(0, 1), 3, REFUSED, 1, Optional.empty()));
        assertThat(count.counts())
                .containsEntry(Quantity.FAILED_ATTEMPTS, 3L)
                .containsEntry(Quantity.FAILED_OPENS, 1L);
    }

    @Test
    void whatIsNotSeenIsSaid() {
        count.onGap(10, 14);
        assertThat(count.counts()).containsEntry(Quantity.UNSEEN, 5L);
    }

    private SessionEvent ended(long lease) {
        LeaseEnd end = new LeaseEnd(LeaseEnd.Kind.RELEASED, Optional.empty(), Optional.empty());
        return new SessionEvent.Ended(at(0, 1), lease, "x", end, 0);
    }

    private SessionEvent opened(long millis, long epoch) {
        return new SessionEvent.Opened(at(millis, epoch), 1, 1, "s", Map.of());
    }

    private Stamp at(long millis, long epoch) {
        number++;
        return new Stamp(number, AT.plusMillis(millis), millis * 1_000_000, epoch);
    }

    private static LeaseInfo info(long id) {
        return new LeaseInfo(
                id,
                1,
                LeaseInfo.State.HELD,
                "billing-sync",
                HOLDER,
                "",
                "",
                AT,
                Optional.of(AT),
                0,
                false,
                Optional.empty(),
                false);
    }
}
