package leasehold.session;

import static leasehold.session.SessionState.CLOSED;
import static leasehold.session.SessionState.CLOSING;
import static leasehold.session.SessionState.LINGERING;
import static leasehold.session.SessionState.OPEN;
import static leasehold.session.SessionState.OPENING;
import static leasehold.session.SessionState.SHUT_DOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways from state to state: the states of the contract, rules 25 and 27. */
class TransitionsTest {

    @RegisterExtension final Lab lab = new Lab();
    private final List<SessionSnapshot> snapshots = new ArrayList<>();
    private final List<CompletableFuture<Optional<SessionLease>>> asked = new ArrayList<>();

    @Test
    @DisplayName("states: each is followed by those of the contract, and by no other")
    void eachIsFollowedByThoseOfTheContract() {
        assertThat(StateTrail.following(CLOSED)).containsExactlyInAnyOrder(OPENING, SHUT_DOWN);
        assertThat(StateTrail.following(OPENING)).containsExactlyInAnyOrder(OPEN, CLOSED, CLOSING);
        assertThat(StateTrail.following(OPEN))
                .containsExactlyInAnyOrder(LINGERING, CLOSING, OPENING, CLOSED);
        assertThat(StateTrail.following(LINGERING))
                .containsExactlyInAnyOrder(OPEN, CLOSING, CLOSED);
        assertThat(StateTrail.following(CLOSING)).containsExactly(CLOSED);
        assertThat(StateTrail.following(SHUT_DOWN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Transitions.Trigger.class)
    @DisplayName("states: SHUT_DOWN is final")
    void shutDownIsFinal(Transitions.Trigger trigger) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Transitions.next(SHUT_DOWN, trigger))
                .withMessageContaining("SHUT_DOWN");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 6, 7, 8, 10})
    @DisplayName(
            "states: whatever happens, each step is a row of the table, and seen as the events say")
    void everyStepIsARow(long seed) {
        lab.start(
                policy ->
                        policy.linger(Duration.ofSeconds(3))
                                .maxAge(Duration.ofSeconds(40))
                                .keepAlive(Duration.ofSeconds(7))
                                .lossAfter(Duration.ofSeconds(15))
                                .maxLeases(3)
                                .maxWaiting(2)
                                .reopen(seed % 2 == 0));
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            act(random);
            lab.settle();
            snapshots.add(lab.controller().snapshot());
        }
        StateTrail trail = StateTrail.of(lab.recorder.events());
        assertThat(snapshots)
                .allSatisfy(
                        snapshot -> {
                            assertThat(trail.after(snapshot.number())).isEqualTo(snapshot.state());
                            assertThat(snapshot.ledger().balanced()).isTrue();
                            assertConsistent(snapshot);
                        });
        assertThat(snapshots)
                .extracting(SessionSnapshot::state)
                .contains(CLOSED, OPENING, OPEN, LINGERING, CLOSING);
    }

    /** What a state says of its sessions. */
    private static void assertConsistent(SessionSnapshot snapshot) {
        List<SessionInfo.Phase> phases =
                snapshot.sessions().stream().map(SessionInfo::phase).toList();
        switch (snapshot.state()) {
            case OPENING -> assertThat(phases).startsWith(SessionInfo.Phase.OPENING);
            case OPEN -> assertThat(phases).startsWith(SessionInfo.Phase.OPEN);
            case LINGERING -> assertThat(phases).startsWith(SessionInfo.Phase.LINGERING);
            case CLOSING -> assertThat(phases).startsWith(SessionInfo.Phase.CLOSING);
            case CLOSED -> assertThat(phases).hasSizeLessThanOrEqualTo(1);
            case SHUT_DOWN -> assertThat(phases).isEmpty();
        }
        assertThat(phases).hasSizeLessThanOrEqualTo(2);
        long held = snapshot.sessions().stream().mapToLong(SessionInfo::held).sum();
        assertThat(held).isLessThanOrEqualTo(snapshot.ledger().held());
        if (snapshot.state() == OPEN) {
            assertThat(snapshot.current().orElseThrow().held()).isPositive();
        }
    }

    private void act(Random random) {
        ServerSessionController controller = lab.controller();
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> asked.add(lab.ask(request(random)));
            case 4, 5, 6 -> some(random).ifPresent(SessionLease::closeAsync);
            case 7 ->
                    some(random).ifPresent(lease -> controller.revoke(List.of(lease.id()), act()));
            case 8 -> {
                if (!lab.backend.attempts().isEmpty()) {
                    lab.backend.lastAttempt().reportLost(new SessionLostException("x", null));
                }
            }
            case 9 -> lab.advance(Duration.ofMillis(random.nextInt(9_000)));
            case 10 -> controller.closeSession(Duration.ofSeconds(random.nextInt(4)), act());
            case 11 ->
                    asked.stream()
                            .filter(f -> !f.isDone())
                            .findAny()
                            .ifPresent(f -> f.cancel(true));
            case 12 -> misbehave(random);
            default -> {
                controller.retryNow();
                controller
                        .snapshot()
                        .strays()
                        .forEach(s -> controller.retryClose(s.epoch(), act()));
            }
        }
    }

    private LeaseRequest request(Random random) {
        LeaseRequest plain = LeaseRequest.of("client");
        return switch (random.nextInt(3)) {
            case 0 -> plain.withTtl(Duration.ofSeconds(1 + random.nextInt(9)));
            case 1 -> plain.withOnReattached(_ -> {});
            default -> plain;
        };
    }

    private void misbehave(Random random) {
        Gate gate = random.nextBoolean() ? lab.gate() : lab.deafGate();
        switch (random.nextInt(5)) {
            case 0 -> lab.backend.onOpen(gate::pass);
            case 1 -> lab.backend.onClose(gate::pass);
            case 2 -> lab.backend.onBeat(gate::pass);
            case 3 ->
                    lab.backend.onOpen(
                            () -> {
                                throw new IOException("no");
                            });
            default ->
                    lab.backend.onClose(
                            () -> {
                                throw new IOException("no");
                            });
        }
    }

    private Optional<SessionLease> some(Random random) {
        List<SessionLease> granted =
                asked.stream()
                        .filter(future -> future.isDone() && !future.isCancelled())
                        .flatMap(future -> future.join().stream())
                        .filter(SessionLease::isActive)
                        .toList();
        return granted.isEmpty()
                ? Optional.empty()
                : Optional.of(granted.get(random.nextInt(granted.size())));
    }

    private static Act act() {
        return new Act("m", "");
    }
}
