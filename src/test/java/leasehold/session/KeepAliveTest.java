package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Beats, every ten seconds, that may fail for thirty: rule 13. */
class KeepAliveTest {

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final ScriptedBackend.Step FAILS =
            () -> {
                throw new IOException("reset, password s3cret");
            };

    @RegisterExtension final Lab lab = new Lab();

    @BeforeEach
    void beats() {
        lab.start(policy -> policy.keepAlive(BEAT).lossAfter(Duration.ofSeconds(30)));
    }

    @Test
    @DisplayName("rule 13: a normal return is alive, beat by beat, and no event")
    void normalReturnIsAlive() {
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(35));
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "beat 1", "beat 1", "beat 1");
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.words()).endsWith("Granted 1");
    }

    @Test
    @DisplayName("rule 13: without a keep-alive no beat is sent")
    void noKeepAlive() {
        lab.start(policy -> policy.keepAlive(Duration.ZERO));
        lab.take("a");
        lab.advance(Duration.ofHours(1));
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1");
    }

    @Test
    @DisplayName("rule 13: a session that lingers is kept alive too")
    void lingeringSessionIsKeptAlive() {
        lab.start(policy -> policy.keepAlive(BEAT).linger(Duration.ofSeconds(25)));
        lab.take("a").close();
        lab.advance(Duration.ofSeconds(24));
        assertThat(lab.backend.log()).endsWith("beat 1", "beat 1");
    }

    @Test
    @DisplayName("rule 13: SessionLostException is a loss at once")
    void lostAtOnce() {
        lab.backend.onBeat(
                () -> {
                    throw new SessionLostException("57P01", "killed", null);
                });
        SessionLease lease = lab.take("a");
        lab.advance(BEAT);
        LeaseEnd end = lab.now(lease.ended());
        assertThat(end.kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(end.cause().orElseThrow().code()).contains("57P01");
        assertThat(lab.words())
                .endsWith("Lost 1", "Ended 1", "Closed 1")
                .doesNotContain("BeatFailed 1");
        assertThat(lab.backend.log()).doesNotContain("close 1");
    }

    @Test
    @DisplayName("rule 13: any other throw, an Error or an Unreachable too, is a failed beat")
    void anythingElseIsAFailedBeat() {
        lab.backend
                .onBeat(
                        () -> {
                            throw new AssertionError("broken");
                        })
                .onBeat(
                        () -> {
                            throw new BackendException(FailureCategory.UNREACHABLE, "no route");
                        });
        SessionLease lease = lab.take("a");
        lab.advance(BEAT.multipliedBy(2));
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.BeatFailed.class))
                .satisfiesExactly(
                        event -> assertThat(event.failingNanos()).isZero(),
                        event -> assertThat(event.failingNanos()).isEqualTo(BEAT.toNanos()));
    }

    @Test
    @DisplayName("rule 13: beats that fail for lossAfter are a loss; until then they are failed")
    void failingForLossAfter() {
        failBeats(4);
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(40).minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.BeatFailed.class)).hasSize(3);
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(lease.ended()).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.recorder.events(SessionEvent.Lost.class)).hasSize(1);
        assertThat(lab.backend.log()).doesNotContain("close 1");
    }

    @Test
    @DisplayName("rule 13: a good beat between bad ones begins the count anew")
    void goodBeatBeginsAnew() {
        failBeats(2);
        lab.backend.onBeat(() -> {});
        failBeats(2);
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(55));
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.BeatFailed.class).getLast().failingNanos())
                .isEqualTo(BEAT.toNanos());
        lab.advance(Duration.ofMinutes(5));
        assertThat(lease.isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 13: a silence that was broken is no loss, however late its timer runs")
    void lateTimerOfABrokenSilence() {
        Gate first = lab.gate();
        Gate second = lab.gate();
        lab.backend.onBeat(first::pass).onBeat(second::pass);
        SessionLease lease = lab.take("a");
        lab.advance(BEAT);
        lab.time.pass(Duration.ofSeconds(30));
        List<Runnable> late = lab.time.takeLate();
        first.open();
        late.forEach(
                timer -> {
                    lab.settle();
                    timer.run();
                });
        lab.settle();
        assertThat(lab.backend.log()).endsWith("beat 1", "beat 1");
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofSeconds(30));
        assertThat(lease.isActive()).as("after a silence of its own").isFalse();
    }

    @Test
    @DisplayName("rule 13: a failed beat's text is masked")
    void failedBeatIsMasked() {
        failBeats(1);
        lab.take("a");
        lab.advance(BEAT);
        assertThat(lab.recorder.events(SessionEvent.BeatFailed.class))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event.failure().text())
                                        .isEqualTo("reset, password ***"));
    }

    @Test
    @DisplayName("rule 13: while a beat hangs no other is sent")
    void noTwoBeatsOverlap() {
        lab.backend.onBeat(lab.gate()::pass);
        lab.take("a");
        lab.advance(Duration.ofSeconds(39));
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "beat 1");
    }

    @Test
    @DisplayName("rule 13: a beat that hangs for lossAfter is a loss")
    void hangingBeatIsALoss() {
        lab.backend.onBeat(lab.deafGate()::pass);
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(40).minusNanos(1));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(lease.ended()).cause().orElseThrow().category())
                .isEqualTo(FailureCategory.TIMEOUT);
    }

    @Test
    @DisplayName("rule 13: a slow beat that returns in time is alive, and the next is sent")
    void slowBeatIsAlive() {
        Gate slow = lab.gate();
        lab.backend.onBeat(slow::pass);
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofSeconds(39));
        slow.open();
        lab.advance(Duration.ofMinutes(1));
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.backend.log()).hasSizeGreaterThan(5);
    }

    @Test
    @DisplayName("rule 13: a jump of the wall clock loses nothing; the monotonic clock counts")
    void wallClockJumps() {
        lab.backend.onBeat(lab.gate()::pass);
        SessionLease lease = lab.take("a");
        lab.advance(BEAT);
        lab.time.jump(Duration.ofDays(1));
        lab.advance(Duration.ofSeconds(29));
        assertThat(lease.isActive()).isTrue();
        lab.advance(Duration.ofSeconds(1));
        assertThat(lease.isActive()).isFalse();
    }

    @Test
    @DisplayName("rule 13: no beat after closing began, be its timer late")
    void noBeatAfterClosingBegan() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        SessionLease lease = lab.take("a");
        lab.time.pass(BEAT);
        List<Runnable> late = lab.time.takeLate();
        lease.closeAsync();
        late.forEach(Runnable::run);
        lab.settle();
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "close 1");
        lab.advance(Duration.ofSeconds(9));
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1", "close 1");
    }

    @Test
    @DisplayName("rule 13: the close interrupts a running beat and comes after it")
    void closeComesAfterTheBeat() {
        lab.backend.onBeat(lab.gate()::pass);
        SessionLease lease = lab.take("a");
        lab.advance(BEAT);
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "beat 1", "close 1", "closed 1");
        assertThat(lab.words()).doesNotContain("BeatFailed 1");
    }

    @Test
    @DisplayName("rule 13: the close waits for a deaf beat, up to abortTimeout and no longer")
    void closeWaitsForADeafBeat() {
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(deaf::pass);
        SessionLease lease = lab.take("a");
        lab.advance(BEAT);
        var outcome = lease.closeAsync();
        lab.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSING);
        assertThat(lab.backend.log()).endsWith("beat 1");
        lab.advance(Duration.ofNanos(1));
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        deaf.open();
        lab.settle();
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "beat 1", "close 1", "closed 1");
    }

    @Test
    @DisplayName("rule 13: a deaf beat that ends within abortTimeout is followed by one close")
    void deafBeatEndsInTime() {
        Gate deaf = lab.deafGate();
        lab.backend.onBeat(deaf::pass);
        SessionLease lease = lab.take("a");
        lab.advance(BEAT);
        var outcome = lease.closeAsync();
        lab.advance(Duration.ofSeconds(4));
        deaf.open();
        assertThat(lab.now(outcome)).isEqualTo(ReleaseOutcome.DISCONNECTED);
        lab.advance(Duration.ofSeconds(10));
        assertThat(lab.backend.log()).containsOnlyOnce("close 1");
    }

    @Test
    @DisplayName("rule 13: beats of one session stop with it, those of the next begin with it")
    void beatsAreOfTheirSession() {
        lab.take("a").close();
        lab.advance(Duration.ofSeconds(9));
        lab.take("b");
        lab.advance(Duration.ofSeconds(9));
        assertThat(lab.backend.log()).endsWith("opened 2");
        lab.advance(Duration.ofSeconds(1));
        assertThat(lab.backend.log()).endsWith("opened 2", "beat 2").doesNotContain("beat 1");
    }

    private void failBeats(int count) {
        for (int i = 0; i < count; i++) {
            lab.backend.onBeat(FAILS);
        }
    }

    @Test
    @DisplayName("rule 12: a loss by failing beats is told with what the last of them said")
    void lossTellsWhatFailed() {
        for (int i = 0; i < 9; i++) {
            lab.backend.onBeat(
                    () -> {
                        throw new BackendException(FailureCategory.RIGHTS, "42501", "denied", null);
                    });
        }
        SessionLease lease = lab.take("a");
        lab.advance(Duration.ofMinutes(2));
        assertThat(lab.now(lease.ended()).cause())
                .hasValueSatisfying(
                        cause -> {
                            assertThat(cause.category()).isEqualTo(FailureCategory.RIGHTS);
                            assertThat(cause.code()).contains("42501");
                        });
    }
}
