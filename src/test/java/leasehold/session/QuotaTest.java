package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many leases there may be, and who is next: rule 9. */
class QuotaTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 9: beyond maxLeases a caller gets empty with QUOTA, and opens nothing")
    void beyondMaxLeasesIsRefused() {
        lab.start(policy -> policy.maxLeases(1));
        SessionLease first = lab.take("a");
        assertThat(lab.now(lab.ask("b"))).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .singleElement()
                .satisfies(
                        refused -> {
                            assertThat(refused.failure().category())
                                    .isEqualTo(FailureCategory.QUOTA);
                            assertThat(refused.cites()).isZero();
                            assertThat(refused.client()).isEqualTo("b");
                        });
        assertThat(lab.recorder.events(SessionEvent.Requested.class)).hasSize(1);
        first.close();
        assertThat(lab.now(lab.ask("c"))).isPresent();
    }

    @Test
    @DisplayName("rule 9: a place is taken on asking")
    void placeIsTakenOnAsking() {
        lab.start(policy -> policy.maxLeases(2));
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var first = lab.ask("a");
        lab.ask("b");
        assertThat(lab.now(lab.ask("c"))).isEmpty();
        first.cancel(false);
        assertThat(lab.ask("d")).isNotDone();
        assertThat(lab.now(lab.ask("e"))).isEmpty();
    }

    @Test
    @DisplayName("rule 9: those who wait are served in the order of asking, one for each release")
    void servedInOrderOneForEachRelease() {
        lab.start(policy -> policy.maxLeases(2).maxWaiting(10));
        SessionLease first = lab.take("a");
        SessionLease second = lab.take("b");
        var line = line(3);
        first.close();
        assertThat(granted(line)).containsExactly(true, false, false);
        second.close();
        assertThat(granted(line)).containsExactly(true, true, false);
        line.getFirst().join().orElseThrow().close();
        assertThat(granted(line)).containsExactly(true, true, true);
        assertThat(lab.backend.attempts()).hasSize(1);
    }

    @Test
    @DisplayName("rule 9: the line is bounded by maxWaiting")
    void lineIsBounded() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(2));
        lab.take("a");
        var line = line(2);
        assertThat(lab.now(lab.ask("too many"))).isEmpty();
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(2);
        line.getFirst().cancel(false);
        assertThat(lab.ask("fits")).isNotDone();
    }

    @Test
    @DisplayName("rule 9: a waiter who leaves makes no hole, first, last or in between")
    void leavingMakesNoHole() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(10));
        SessionLease holder = lab.take("a");
        var line = line(6);
        List.of(2, 3, 0, 5).forEach(leaving -> line.get(leaving).cancel(false));
        lab.settle();
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(2);
        holder.close();
        SessionLease next = lab.now(line.get(1)).orElseThrow();
        assertThat(line.get(4)).isNotDone();
        var last = lab.ask("last");
        next.close();
        lab.now(line.get(4)).orElseThrow().close();
        assertThat(lab.now(last)).isPresent();
    }

    @Test
    @DisplayName("rule 9: no newcomer passes those who wait")
    void noNewcomerPasses() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(10));
        Gate delivery = lab.gate();
        SessionLease holder = lab.take("a");
        var waits = lab.ask("b");
        lab.threads.holdAt("granted", delivery);
        holder.closeAsync();
        var newcomer = lab.ask("c");
        assertThat(newcomer).isNotDone();
        delivery.open();
        assertThat(lab.now(waits)).isPresent();
        assertThat(newcomer).isNotDone();
    }

    @Test
    @DisplayName("rule 9: hand-over skips linger, and the release says KEPT")
    void handOverSkipsLinger() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(1).linger(Duration.ofSeconds(5)));
        SessionLease holder = lab.take("a");
        var waits = lab.ask("b");
        assertThat(lab.now(holder.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
        assertThat(lab.now(waits).orElseThrow().epoch()).isEqualTo(1);
        assertThat(lab.recorder.events(SessionEvent.Lingering.class)).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.Closing.class)).isEmpty();
    }

    @Test
    @DisplayName("rule 9: a lease that ends UNCLAIMED goes to the next in line")
    void unclaimedGoesToTheNext() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(2));
        SessionLease holder = lab.take("a");
        var first = lab.ask("b");
        var second = lab.ask("c");
        Gate delivery = lab.gate();
        lab.threads.holdAt("granted", delivery);
        holder.closeAsync();
        lab.settle();
        first.cancel(false);
        delivery.open();
        assertThat(lab.now(second)).isPresent();
        assertThat(lab.controller().snapshot().ledger().unclaimed()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 9: a lease taken away makes room for the next in line")
    void revokedMakesRoom() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(1));
        SessionLease holder = lab.take("a");
        var waits = lab.ask("b");
        lab.controller().revoke(List.of(holder.id()), new Act("m", "stuck"));
        assertThat(lab.now(waits).orElseThrow().epoch()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 9: the holders of a retiring session count")
    void retiringEpochsCount() {
        lab.start(policy -> policy.maxLeases(2).maxWaiting(1).maxAge(Duration.ofMinutes(5)));
        SessionLease old = lab.take("a");
        lab.advance(Duration.ofMinutes(6));
        SessionLease young = lab.take("b");
        assertThat(young.epoch()).isEqualTo(2);
        var waits = lab.ask("c");
        assertThat(waits).isNotDone();
        assertThat(lab.now(lab.ask("d"))).isEmpty();
        old.close();
        assertThat(lab.now(waits).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.backend.log()).containsSubsequence("open 2", "close 1");
    }

    @Test
    @DisplayName("rule 9: leases lost with a retiring session make room in the current one")
    void lossOfTheRetiringMakesRoom() {
        lab.start(policy -> policy.maxLeases(2).maxWaiting(1).maxAge(Duration.ofMinutes(5)));
        lab.take("a");
        lab.advance(Duration.ofMinutes(6));
        lab.take("b");
        var waits = lab.ask("c");
        assertThat(waits).isNotDone();
        lab.lose(1);
        assertThat(lab.now(waits).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "rule 9: who waits while the only lease's session is past its age gets the next session")
    void waiterGetsTheSessionAfterAnAgedOne() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(1).maxAge(Duration.ofMinutes(5)));
        SessionLease old = lab.take("a");
        var waits = lab.ask("b");
        lab.advance(Duration.ofMinutes(6));
        old.close();
        assertThat(lab.now(waits).orElseThrow().epoch()).isEqualTo(2);
        assertThat(lab.backend.log())
                .containsExactly("open 1", "opened 1", "close 1", "closed 1", "open 2", "opened 2");
    }

    @Test
    @DisplayName(
            "rule 9: those who wait for a place outlive a loss, and get the next session in order")
    void lineOutlivesALoss() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(2));
        lab.take("a");
        var line = line(2);
        lab.backend.lastAttempt().reportLost(new IllegalStateException("reset"));
        assertThat(lab.now(line.get(0)).orElseThrow().epoch()).isEqualTo(2);
        assertThat(line.get(1)).isNotDone();
    }

    @Test
    @DisplayName("rule 9: a line of ten thousand empties from both ends")
    void longLine() {
        lab.start(policy -> policy.maxLeases(1).maxWaiting(10_000));
        SessionLease holder = lab.take("a");
        List<CompletableFuture<Optional<SessionLease>>> line = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            line.add(lab.controller().tryOpenSessionAsync());
        }
        for (int i = 9_999; i > 0; i--) {
            line.get(i).cancel(false);
        }
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(1);
        holder.close();
        assertThat(lab.now(line.getFirst())).isPresent();
    }

    private List<CompletableFuture<Optional<SessionLease>>> line(int length) {
        List<CompletableFuture<Optional<SessionLease>>> line = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            line.add(lab.ask("waiter " + i));
        }
        return line;
    }

    private List<Boolean> granted(List<CompletableFuture<Optional<SessionLease>>> line) {
        lab.settle();
        return line.stream().map(CompletableFuture::isDone).toList();
    }
}
