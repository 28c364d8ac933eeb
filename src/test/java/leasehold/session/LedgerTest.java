package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What became of every lease: rule 27. */
class LedgerTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 27: released, revoked, expired, lost and held are counted apart")
    void endsAreCountedApart() {
        lab.take("released").closeAsync();
        lab.take("keeper");
        SessionLease revoked = lab.take("revoked");
        lab.controller().revoke(java.util.List.of(revoked.id()), new Act("m", ""));
        lab.take(LeaseRequest.of("expired").withTtl(Duration.ofSeconds(1)));
        lab.advance(Duration.ofSeconds(1));
        assertThat(ledger()).isEqualTo(new Ledger(4, 1, 0, 1, 1, 0, 0, 1));
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        lab.take("held");
        assertThat(ledger()).isEqualTo(new Ledger(5, 1, 0, 1, 1, 0, 1, 1));
    }

    @Test
    @DisplayName("rule 27: a lease that nobody claimed is counted, and the count is right")
    void unclaimedIsCounted() {
        Gate delivery = lab.gate();
        lab.build(
                UnaryOperator.identity(),
                builder ->
                        builder.threads(
                                (name, platform, task) ->
                                        lab.threads.start(
                                                name,
                                                platform,
                                                name.endsWith("granted")
                                                        ? () -> after(delivery, task)
                                                        : task)));
        var asked = lab.ask("a");
        assertThat(ledger()).isEqualTo(new Ledger(1, 0, 0, 0, 0, 0, 0, 1));
        asked.cancel(true);
        delivery.open();
        lab.settle();
        assertThat(ledger()).isEqualTo(new Ledger(1, 0, 1, 0, 0, 0, 0, 0));
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.Ended.class))
                .singleElement()
                .satisfies(
                        ended -> assertThat(ended.end().kind()).isEqualTo(LeaseEnd.Kind.UNCLAIMED));
    }

    @Test
    @DisplayName("rule 27: a detached lease is held, and is granted once")
    void detachedIsHeld() {
        lab.start(policy -> policy.reopen(true));
        lab.take(LeaseRequest.of("a").withOnReattached(_ -> {}));
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        lab.backend.lastAttempt().reportLost(new SessionLostException("killed", null));
        lab.settle();
        assertThat(ledger()).isEqualTo(new Ledger(1, 0, 0, 0, 0, 0, 0, 1));
        assertThat(lab.controller().leases())
                .singleElement()
                .satisfies(info -> assertThat(info.state()).isEqualTo(LeaseInfo.State.DETACHED));
        gate.open();
        lab.settle();
        assertThat(ledger()).isEqualTo(new Ledger(1, 0, 0, 0, 0, 0, 0, 1));
        assertThat(lab.controller().snapshot().current().orElseThrow().held()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 27: leases of a retiring session count, each at its own session")
    void retiringCounts() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        lab.take("old");
        lab.advance(Duration.ofMinutes(1));
        lab.take("new");
        SessionSnapshot snapshot = lab.controller().snapshot();
        assertThat(snapshot.ledger().held()).isEqualTo(2);
        assertThat(snapshot.sessions())
                .extracting(
                        session -> session.epoch() + " " + session.phase() + " " + session.held())
                .containsExactly("2 OPEN 1", "1 RETIRING 1");
    }

    @Test
    @DisplayName("rule 27: a snapshot is of one moment: what happens later does not change it")
    void snapshotDoesNotChange() {
        SessionLease lease = lab.take("a");
        SessionSnapshot before = lab.controller().snapshot();
        String said = before.toString();
        lease.closeAsync();
        lab.take("b");
        assertThat(before.toString()).isEqualTo(said);
        assertThat(before.current().orElseThrow().held()).isEqualTo(1);
    }

    @Test
    @DisplayName("rule 27: a snapshot costs next to nothing beside a list of many leases")
    void snapshotLooksAtNoLease() {
        ServerSessionController controller = lab.unheard(policy -> policy);
        lab.take("the first");
        for (int i = 1; i < 100_000; i++) {
            controller.tryOpenSessionAsync();
        }
        assertThat(controller.leases()).hasSize(100_000);
        long listing = leastNanos(5, controller::leases);
        assertThat(leastNanos(50, controller::snapshot)).isLessThan(listing / 100);
        controller.revokeAll(new Act("m", ""));
    }

    private static long leastNanos(int times, Runnable task) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            task.run();
            least = Math.min(least, System.nanoTime() - began);
        }
        return least;
    }

    private Ledger ledger() {
        Ledger ledger = lab.controller().snapshot().ledger();
        assertThat(ledger.balanced()).isTrue();
        return ledger;
    }

    private static void after(Gate gate, Runnable task) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        task.run();
    }
}
