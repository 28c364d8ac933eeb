package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an event says, and in which order they come: rule 25. */
class EventTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 25: every transition is an event, and numbers increase by one")
    void everyTransitionIsAnEvent() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        lab.take("a").closeAsync();
        lab.take("b").closeAsync();
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "Opened 1",
                        "Granted 1",
                        "Ended 1",
                        "Lingering 1",
                        "Resumed 1",
                        "Granted 1",
                        "Ended 1",
                        "Lingering 1",
                        "Closing 1",
                        "Closed 1");
        assertThat(lab.recorder.events())
                .extracting(SessionEvent::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(lab.controller().snapshot().number()).isEqualTo(12);
    }

    @Test
    @DisplayName("rule 25: Requested is an event only for one who must wait, and names the lease")
    void requestedOnlyForWhoMustWait() {
        SessionLease waited = lab.take("waited");
        lab.take("at once");
        assertThat(lab.words())
                .containsExactly("Requested 0", "Opening 1", "Opened 1", "Granted 1", "Granted 1");
        var requested = lab.recorder.events(SessionEvent.Requested.class).getFirst();
        assertThat(requested.lease()).isEqualTo(waited.id()).isEqualTo(requested.number());
        assertThat(requested.client()).isEqualTo("waited");
        assertThat(requested.info().state()).isEqualTo(LeaseInfo.State.WAITING);
        var granted = lab.recorder.events(SessionEvent.Granted.class).getLast();
        assertThat(granted.lease()).isEqualTo(granted.number());
    }

    @Test
    @DisplayName("rule 25: an event bears epoch, lease, client, cause and both times")
    void eventBearsItsFacts() {
        SessionLease lease = lab.take("billing-sync");
        lab.advance(Duration.ofSeconds(7));
        lease.closeAsync();
        lab.settle();
        var ended = lab.recorder.events(SessionEvent.Ended.class).getFirst();
        assertThat(ended.epoch()).isEqualTo(1);
        assertThat(ended.lease()).isEqualTo(lease.id());
        assertThat(ended.client()).isEqualTo("billing-sync");
        assertThat(ended.heldNanos()).isEqualTo(Duration.ofSeconds(7).toNanos());
        assertThat(ended.at()).isEqualTo(lab.time.wall());
        assertThat(ended.nanos()).isEqualTo(lab.time.nanos());
        var closing = lab.recorder.events(SessionEvent.Closing.class).getFirst();
        assertThat(closing.reason()).isEqualTo(CloseReason.LAST_RELEASE);
        assertThat(closing.client()).isEqualTo("billing-sync");
    }

    @Test
    @DisplayName("rule 25: Closed k comes after the last lease of k was released")
    void closedComesAfterTheLastRelease() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        a.closeAsync();
        b.closeAsync();
        assertClosedComesLast(List.of(a, b));
    }

    @Test
    @DisplayName("rule 25: Closed k comes after the last lease of k was revoked")
    void closedComesAfterTheLastRevocation() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        lab.controller().revokeAll(new Act("m", ""));
        assertClosedComesLast(List.of(a, b));
    }

    @Test
    @DisplayName("rule 25: Closed k comes after the last lease of k ended LOST or was detached")
    void closedComesAfterLossAndDetachment() {
        lab.start(policy -> policy.reopen(true));
        lab.take("a");
        lab.take(LeaseRequest.of("b").withOnReattached(_ -> {}));
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        List<String> words = lab.words();
        int closed = words.indexOf("Closed 1");
        assertThat(closed).isPositive();
        assertThat(words.subList(closed, words.size())).doesNotContain("Ended 1", "Detached 1");
        assertThat(words.subList(0, closed)).contains("Lost 1", "Ended 1", "Detached 1");
    }

    @Test
    @DisplayName(
            "rule 25: the time of an event is read before the lock; its number is given under it")
    void timeIsReadBeforeTheLock() throws Exception {
        HesitantTime time = new HesitantTime(lab.time);
        lab.build(policy -> policy, builder -> builder.time(time));
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        long early = lab.time.nanos();
        CompletableFuture<?> slow = time.hold(a::closeAsync);
        lab.advance(Duration.ofMillis(500));
        b.closeAsync();
        time.letGo();
        slow.get(20, TimeUnit.SECONDS);
        lab.settle();
        var ends = lab.recorder.events(SessionEvent.Ended.class);
        assertThat(ends).extracting(SessionEvent.Ended::client).containsExactly("b", "a");
        assertThat(ends.getLast().nanos()).isEqualTo(early);
        assertThat(ends.getFirst().nanos()).isEqualTo(early + 500_000_000L);
        assertThat(ends.getLast().number()).isGreaterThan(ends.getFirst().number());
    }

    @Test
    @DisplayName(
            "rule 25: wall time is anchor + monotonic: a jump shows a second later, not at once")
    void wallTimeIsAnchoredAnew() {
        lab.take("keeper");
        lab.advance(Duration.ofMillis(1500));
        lab.take("anchors");
        Instant before = lab.time.wall();
        lab.time.jump(Duration.ofHours(1));
        lab.advance(Duration.ofMillis(400));
        assertThat(grantedAt("soon")).isEqualTo(before.plusMillis(400));
        lab.advance(Duration.ofMillis(600));
        assertThat(grantedAt("later")).isEqualTo(lab.time.wall());
        assertThat(lab.time.wall()).isEqualTo(before.plus(Duration.ofHours(1)).plusMillis(1000));
    }

    @Test
    @DisplayName(
            "rule 25: a wall clock that jumps back leaves numbers and monotonic times in order")
    void jumpBackKeepsTheOrder() {
        lab.take("a");
        lab.time.jump(Duration.ofDays(-1));
        lab.advance(Duration.ofSeconds(2));
        lab.take("b");
        List<SessionEvent> events = lab.recorder.events();
        assertThat(events)
                .isSortedAccordingTo(java.util.Comparator.comparing(SessionEvent::number));
        assertThat(events).isSortedAccordingTo(java.util.Comparator.comparing(SessionEvent::nanos));
        assertThat(events.getLast().at()).isBefore(events.getFirst().at());
    }

    @Test
    @DisplayName("rule 25: what is refused, given up or released late is an event, too")
    void answersAreEvents() {
        lab.start(policy -> policy.maxLeases(1));
        SessionLease held = lab.take("held");
        assertThat(lab.now(lab.ask("too many"))).isEmpty();
        lab.controller().revokeAll(new Act("m", ""));
        held.closeAsync();
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        lab.ask("impatient").cancel(true);
        assertThat(lab.words()).contains("Refused 1", "LateRelease 1", "GaveUp 0");
    }

    private Instant grantedAt(String client) {
        lab.take(client);
        return lab.recorder.events(SessionEvent.Granted.class).getLast().at();
    }

    private void assertClosedComesLast(List<SessionLease> leases) {
        lab.settle();
        List<SessionEvent> events = lab.recorder.events();
        assertThat(events.getLast()).isInstanceOf(SessionEvent.Closed.class);
        assertThat(lab.recorder.events(SessionEvent.Ended.class))
                .extracting(SessionEvent.Ended::lease)
                .containsExactlyElementsOf(leases.stream().map(SessionLease::id).toList());
    }
}
