package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The time to live of a lease, and its renewal: rule 11. */
class ExpiryTest {

    private static final Duration TTL = Duration.ofSeconds(10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 11: a lease expires after its time to live, not before")
    void expiresAfterItsTimeToLive() {
        SessionLease lease = take();
        lab.advance(TTL.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.EXPIRED);
        assertThat(lab.controller().snapshot().ledger().expired()).isEqualTo(1);
        assertThat(lab.recorder.events(SessionEvent.Closing.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(CloseReason.EXPIRED));
    }

    @Test
    @DisplayName("rule 11: the time to live begins with the grant, not with the wait for it")
    void beginsWithTheGrant() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked = lab.ask(LeaseRequest.of("a").withTtl(TTL));
        lab.advance(TTL.plus(SECOND));
        opening.open();
        SessionLease lease = lab.now(asked).orElseThrow();
        lab.advance(TTL.minus(SECOND));
        assertThat(lease.isActive()).isTrue();
        lab.advance(SECOND);
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName("rule 11: renew starts the time to live anew, again and again")
    void renewStartsAnew() {
        SessionLease lease = take();
        for (int i = 0; i < 3; i++) {
            lab.advance(TTL.minus(SECOND));
            assertThat(lease.renew()).isTrue();
        }
        lab.advance(TTL.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.recorder.events(SessionEvent.Renewed.class)).hasSize(3);
    }

    @Test
    @DisplayName("rule 11: a renewal says until when the lease lives now")
    void renewalSaysUntilWhen() {
        SessionLease lease = take();
        lab.advance(SECOND);
        Instant until = lab.time.wall().plus(TTL);
        lease.renew();
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.Renewed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.expiresAt()).isEqualTo(until));
        assertThat(lab.controller().leases())
                .singleElement()
                .satisfies(info -> assertThat(info.expiresAt()).contains(until));
    }

    @Test
    @DisplayName("rule 11: renew at the instant of expiry, the timer being late, keeps it alive")
    void renewAheadOfALateTimer() {
        SessionLease lease = take();
        lab.time.pass(TTL);
        List<Runnable> late = lab.time.takeLate();
        assertThat(lease.renew()).isTrue();
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lease.isActive()).isTrue();
        lab.advance(TTL.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName("rule 11: renew at the instant of expiry, the timer having run, says no")
    void renewBehindTheTimer() {
        SessionLease lease = take();
        lab.advance(TTL);
        assertThat(lease.renew()).isFalse();
        assertThat(lease.isActive()).isFalse();
        assertThat(lab.recorder.events(SessionEvent.Renewed.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 11: renew says no after every other end, and brings nothing back")
    void renewAfterTheEnd() {
        SessionLease released = take();
        SessionLease revoked = take();
        released.closeAsync();
        lab.controller().revokeAll(new Act("m", ""));
        lab.settle();
        assertThat(released.renew()).isFalse();
        assertThat(revoked.renew()).isFalse();
        assertThat(lab.controller().snapshot().ledger().held()).isZero();
        assertThat(lab.recorder.events(SessionEvent.Renewed.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 11: renew of a lease without a time to live says yes and does nothing")
    void renewWithoutTimeToLive() {
        SessionLease lease = lab.take("a");
        assertThat(lease.renew()).isTrue();
        lab.advance(Duration.ofDays(1));
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.Renewed.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 11: of two renewals the one begun later counts, whichever comes first")
    void laterRenewalIsNotCutShort() {
        SlowClock clock = new SlowClock(lab.time);
        lab.build(policy -> policy, builder -> builder.time(clock));
        SessionLease lease = take();
        Gate slow = lab.gate();
        clock.holdNext(slow);
        lab.threads.start("holder", false, lease::renew);
        lab.settle();
        lab.time.pass(Duration.ofSeconds(5));
        assertThat(lease.renew()).isTrue();
        slow.open();
        lab.settle();
        lab.advance(TTL.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName("rule 11: expiry and release at one instant are one end, the release being first")
    void releaseAheadOfExpiry() {
        SessionLease lease = take();
        lab.time.pass(TTL);
        List<Runnable> late = lab.time.takeLate();
        var outcome = lease.closeAsync();
        late.forEach(Runnable::run);
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.RELEASED);
        assertOneEnd();
        assertThat(lab.recorder.events(SessionEvent.LateRelease.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 11: expiry and release at one instant are one end, the expiry being first")
    void expiryAheadOfRelease() {
        SessionLease lease = take();
        lab.time.pass(TTL);
        lab.time.takeLate().forEach(Runnable::run);
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.ALREADY_ENDED);
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.EXPIRED);
        assertOneEnd();
    }

    @Test
    @DisplayName("rule 11: a jump of the wall clock expires nothing early and nothing late")
    void wallClockJumps() {
        SessionLease lease = take();
        lab.time.jump(Duration.ofDays(400));
        lab.advance(TTL.minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.time.jump(Duration.ofDays(-800));
        lab.advance(Duration.ofNanos(1));
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName("rule 11: the expiry of one lease ends no other")
    void endsNoOther() {
        SessionLease brief = take();
        SessionLease other = lab.take("b");
        lab.advance(TTL);
        assertThat(brief.isActive()).isFalse();
        assertThat(other.isActive()).isTrue();
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 11: the last lease's expiry lets the session linger as a release does")
    void expiryOfTheLastLingers() {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        take();
        lab.advance(TTL);
        assertThat(lab.state()).isEqualTo(SessionState.LINGERING);
        lab.advance(Duration.ofSeconds(5));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 11: a lease that ended leaves no timer")
    void endLeavesNoTimer() {
        lab.take("keeps the session");
        int before = lab.time.timers();
        SessionLease lease = take();
        assertThat(lab.time.timers()).isEqualTo(before + 1);
        lease.close();
        assertThat(lab.time.timers()).isEqualTo(before);
    }

    @Test
    @DisplayName("rule 11: a negative time to live is refused with its bounds")
    void negativeTimeToLive() {
        assertThatThrownBy(() -> LeaseRequest.of("a").withTtl(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ttl is PT-0.000000001S")
                .hasMessageContaining("PT0S");
    }

    private SessionLease take() {
        return lab.take(LeaseRequest.of("brief").withTtl(TTL));
    }

    private void assertOneEnd() {
        assertThat(lab.recorder.events(SessionEvent.Ended.class)).hasSize(1);
        Ledger ledger = lab.controller().snapshot().ledger();
        assertThat(ledger.expired() + ledger.released()).isEqualTo(1);
        assertThat(ledger.held()).isZero();
    }
}
