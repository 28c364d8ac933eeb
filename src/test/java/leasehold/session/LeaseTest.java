package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a lease tells and gives, while it is held and afterwards: rule 10. */
class LeaseTest {

    private static final Act ACT = new Act("m", "stuck");

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 10: a lease knows its client, its holder and its epoch")
    void knowsClientHolderAndEpoch() {
        SessionLease lease = lab.take("billing-sync");
        assertThat(lease.client()).isEqualTo("billing-sync");
        assertThat(lease.epoch()).isEqualTo(1);
        Holder holder = lease.holder();
        assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(holder.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(holder.host()).isNotBlank();
        assertThat(holder.thread()).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    @DisplayName("rule 10: its id is the number of its first event, whether it waited or not")
    void idIsTheNumberOfTheFirstEvent() {
        SessionLease waited = lab.take("a");
        SessionLease atOnce = lab.take("b");
        assertThat(lab.recorder.events(SessionEvent.Requested.class))
                .singleElement()
                .satisfies(event -> assertThat(event.number()).isEqualTo(waited.id()));
        assertThat(lab.recorder.events(SessionEvent.Granted.class))
                .satisfiesExactly(
                        event -> assertThat(event.lease()).isEqualTo(waited.id()),
                        event -> {
                            assertThat(event.lease()).isEqualTo(atOnce.id());
                            assertThat(event.number()).isEqualTo(atOnce.id());
                        });
    }

    @Test
    @DisplayName("rule 10: it knows when it was asked for and when granted")
    void knowsWhenAskedAndGranted() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked = lab.ask("a");
        var before = lab.time.wall();
        lab.advance(Duration.ofSeconds(3));
        opening.open();
        SessionLease lease = lab.now(asked).orElseThrow();
        assertThat(lease.requestedAt()).isEqualTo(before);
        assertThat(lease.grantedAt()).isEqualTo(before.plusSeconds(3));
        lab.advance(Duration.ofSeconds(3));
        lease.close();
        assertThat(lease.grantedAt()).isEqualTo(before.plusSeconds(3));
    }

    @Test
    @DisplayName("rule 10: of those who waited together, one is the opener")
    void oneOfManyIsTheOpener() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var first = lab.ask("a");
        var second = lab.ask("b");
        opening.open();
        assertThat(lab.now(first).orElseThrow().opener()).isTrue();
        assertThat(lab.now(second).orElseThrow().opener()).isFalse();
    }

    @Test
    @DisplayName("rule 10: attributes cannot be changed, and are readable after every kind of end")
    void attributesAreReadableAfterTheEnd() {
        SessionLease released = lab.take("released");
        SessionLease revoked = lab.take("revoked");
        SessionLease lost = lab.take("lost");
        released.close();
        lab.controller().revoke(List.of(revoked.id()), ACT);
        lab.lose(1);
        for (SessionLease lease : List.of(released, revoked, lost)) {
            assertThat(lease.isActive()).isFalse();
            Map<String, String> attributes = lease.attributes();
            assertThat(attributes).containsEntry("epoch", "1");
            assertThatThrownBy(() -> attributes.put("epoch", "2"))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(attributes::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    @DisplayName("rule 10: attributes are those of the lease's own epoch, whatever came after it")
    void attributesAreOfTheOwnEpoch() {
        SessionLease old = lab.take("a");
        old.close();
        SessionLease next = lab.take("b");
        assertThat(old.attributes()).containsEntry("epoch", "1");
        assertThat(next.attributes()).containsEntry("epoch", "2");
    }

    @Test
    @DisplayName("rule 10: unwrap gives the live object, to every holder the same")
    void unwrapGivesTheLiveObject() {
        SessionLease a = lab.take("a");
        SessionLease b = lab.take("b");
        assertThat(a.unwrap(String.class)).isEqualTo("live-1");
        assertThat(b.unwrap(String.class)).isEqualTo("live-1");
    }

    @Test
    @DisplayName("rule 10: unwrap names the type that the session has not")
    void unwrapOfAWrongType() {
        SessionLease lease = lab.take("a");
        assertThatThrownBy(() -> lease.unwrap(Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Integer");
        assertThatThrownBy(() -> lease.unwrap(null)).isInstanceOf(NullPointerException.class);
        assertThat(lease.isActive()).isTrue();
    }

    @Test
    @DisplayName("rule 10: unwrap throws once the lease ended, in whichever way")
    void unwrapThrowsAfterTheEnd() {
        SessionLease released = lab.take("released");
        SessionLease revoked = lab.take("revoked");
        SessionLease expired = lab.take(LeaseRequest.of("x").withTtl(Duration.ofSeconds(1)));
        SessionLease lost = lab.take("lost");
        released.closeAsync();
        lab.controller().revoke(List.of(revoked.id()), ACT);
        lab.advance(Duration.ofSeconds(1));
        lab.lose(1);
        for (SessionLease lease : List.of(released, revoked, expired, lost)) {
            assertThatThrownBy(() -> lease.unwrap(String.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(lease.toString());
        }
    }

    @Test
    @DisplayName("rule 10: unwrap of a retired session's lease still gives its own object")
    void unwrapOfAHolderInPeace() {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(1)));
        SessionLease old = lab.take("a");
        lab.advance(Duration.ofMinutes(1));
        SessionLease next = lab.take("b");
        assertThat(old.unwrap(String.class)).isEqualTo("live-1");
        assertThat(next.unwrap(String.class)).isEqualTo("live-2");
    }

    @Test
    @DisplayName("rule 10: what a backend's unwrap throws is the caller's, and harms nothing")
    void unwrapThatThrows() {
        SessionLease lease = lab.take("a");
        IllegalStateException broken = new IllegalStateException("broken");
        lab.backend.onUnwrap(
                () -> {
                    throw broken;
                });
        assertThatThrownBy(() -> lease.unwrap(String.class)).isSameAs(broken);
        assertThat(lease.isActive()).isTrue();
        assertThat(lease.unwrap(String.class)).isEqualTo("live-1");
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
    }

    @Test
    @DisplayName("rule 10: unwrap that hangs delays neither the lease's end nor anybody else")
    void unwrapThatHangs() {
        SessionLease lease = lab.take("a");
        Gate hanging = lab.gate();
        lab.backend.onUnwrap(hanging::pass);
        lab.threads.start("holder", false, () -> lease.unwrap(String.class));
        lab.settle();
        assertThat(lab.take("b").epoch()).isEqualTo(1);
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.KEPT);
    }

    @Test
    @DisplayName("rule 10: isActive is false from the moment of the end, before anybody is told")
    void inactiveFromTheMomentOfTheEnd() {
        Gate closing = lab.gate();
        lab.backend.onClose(closing::pass);
        SessionLease lease = lab.take("a");
        assertThat(lease.isActive()).isTrue();
        var outcome = lease.closeAsync();
        assertThat(lease.isActive()).isFalse();
        assertThat(outcome.toCompletableFuture()).isNotDone();
    }

    @Test
    @DisplayName("rule 10: ended tells how, by whom and why")
    void endedTellsHow() {
        SessionLease released = lab.take("released");
        SessionLease revoked = lab.take("revoked");
        SessionLease expired = lab.take(LeaseRequest.of("x").withTtl(Duration.ofSeconds(1)));
        SessionLease lost = lab.take("lost");
        var ends = List.of(released.ended(), revoked.ended(), expired.ended(), lost.ended());
        assertThat(ends).noneMatch(end -> end.toCompletableFuture().isDone());
        released.closeAsync();
        lab.controller().revoke(List.of(revoked.id()), ACT);
        lab.advance(Duration.ofSeconds(1));
        lab.lose(1);
        assertThat(lab.now(ends.get(0)).kind()).isEqualTo(LeaseEnd.Kind.RELEASED);
        assertThat(lab.now(ends.get(1))).isEqualTo(LeaseEnd.revoked(ACT));
        assertThat(lab.now(ends.get(2)).kind()).isEqualTo(LeaseEnd.Kind.EXPIRED);
        assertThat(lab.now(ends.get(3)).kind()).isEqualTo(LeaseEnd.Kind.LOST);
        assertThat(lab.now(ends.get(3)).cause().orElseThrow().code()).contains("57P01");
    }

    @Test
    @DisplayName("rule 10: ended is complete at once for who asks after the end, and read-only")
    void endedIsReadOnly() {
        SessionLease lease = lab.take("a");
        var before = lease.ended();
        assertThat((Object) lease.ended()).isSameAs(before);
        assertThat((Object) lease.recalled()).isSameAs(lease.recalled());
        assertThat(before.toCompletableFuture().complete(LeaseEnd.revoked(ACT))).isTrue();
        assertThat(before.toCompletableFuture()).isNotDone();
        lease.closeAsync();
        assertThat(lease.ended().toCompletableFuture()).isDone();
        assertThat(lab.now(before).kind()).isEqualTo(LeaseEnd.Kind.RELEASED);
    }

    @Test
    @DisplayName("rule 10: a continuation of ended that blocks delays neither close nor callers")
    void blockingContinuationDelaysNobody() {
        SessionLease lease = lab.take("a");
        Gate blocked = lab.deafGate();
        lease.ended().thenRun(blocked::passQuietly);
        assertThat(lab.now(lease.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.take("b").epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("rule 10: a lease reads as one line, and equals itself alone")
    void readsAsOneLine() {
        SessionLease lease = lab.take("billing-sync");
        SessionLease other = lab.take("billing-sync");
        assertThat(lease).hasToString("lease %d of demo#1, billing-sync, held", lease.id());
        assertThat(lease).isNotEqualTo(other);
        lease.closeAsync();
        assertThat(lease).hasToString("lease %d of demo#1, billing-sync, released", lease.id());
    }
}
