package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.monitor.Sharing.Who;
import leasehold.session.CloseReason;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TOOK = Duration.ofSeconds(2);

    @Test
    void leasesThatSharedSavedOpeningsAndWaiting() {
        Sharing sharing =
                Sharing.of(
                        List.of(
                                session(1, 0, 60, 5, "billing-sync", "crm-bridge"),
                                session(2, 100, 200, 3, "billing-sync", "billing-sync")));
        assertThat(sharing.opens()).isEqualTo(2);
        assertThat(sharing.leases()).isEqualTo(8);
        assertThat(sharing.leasesPerOpen()).isEqualTo(4);
        assertThat(sharing.opensSaved()).isEqualTo(6);
        assertThat(sharing.waitingSaved()).isEqualTo(TOOK.multipliedBy(6));
        assertThat(sharing.openers()).containsExactly(new Who("billing-sync", 2));
        assertThat(sharing.closers())
                .containsExactly(new Who("billing-sync", 1), new Who("crm-bridge", 1));
    }

    @Test
    void sessionOpenedSoonAfterAnotherFlaps() {
        Sharing sharing =
                Sharing.of(
                        List.of(
                                session(3, 171, 180, 1, "c", "c"),
                                session(1, 0, 60, 1, "a", "a"),
                                session(2, 70, 160, 1, "b", "b")));
        assertThat(sharing.flaps()).isOne();
    }

    @Test
    void whatWasNeverOpenedDoesNotCount() {
        Sharing sharing = Sharing.of(List.of());
        assertThat(sharing.leasesPerOpen()).isZero();
        assertThat(sharing.opensSaved()).isZero();
        assertThat(sharing.openers()).isEmpty();
    }

    private static SessionRecord session(
            long epoch, long opened, long closed, long leases, String opener, String closer) {
        Instant at = NOON.plusSeconds(opened);
        return new SessionRecord(
                epoch,
                SessionRecord.State.CLOSED,
                at.minus(TOOK),
                new SessionRecord.Opening(
                        opener, 1, Optional.of(at), TOOK.toNanos(), "s", Map.of()),
                new SessionRecord.Use(0, 1, leases),
                Optional.of(
                        new SessionRecord.Ending(
                                Optional.of(NOON.plusSeconds(closed)),
                                Optional.of(CloseReason.LAST_RELEASE),
                                closer,
                                Optional.empty(),
                                1)),
                0,
                Optional.empty());
    }
}
