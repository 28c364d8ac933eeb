package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every caller owns its future, and whatever ends it gives up that place alone: rule 3. */
class WaiterTest {

    @RegisterExtension final Lab lab = new Lab();

    private final CancellationSource source = new CancellationSource();
    private Gate opening;

    @BeforeEach
    void holdTheOpening() {
        opening = lab.gate();
        lab.backend.onOpen(opening::pass);
    }

    /** A way to end a request. */
    interface Way extends Consumer<CompletableFuture<Optional<SessionLease>>> {}

    static Stream<Named<Way>> ways() {
        return Stream.of(
                way("cancel", future -> future.cancel(true)),
                way("complete", future -> future.complete(Optional.empty())),
                way(
                        "completeExceptionally",
                        future -> future.completeExceptionally(new IllegalStateException("mine"))),
                way(
                        "completeAsync",
                        future -> future.completeAsync(Optional::empty, Runnable::run)),
                way(
                        "completeAsync that fails",
                        future ->
                                future.completeAsync(
                                        () -> {
                                            throw new IllegalStateException("mine");
                                        },
                                        Runnable::run)),
                way("obtrudeValue", future -> future.obtrudeValue(Optional.empty())),
                way(
                        "obtrudeException",
                        future -> future.obtrudeException(new IllegalStateException("mine"))));
    }

    private static Named<Way> way(String name, Way way) {
        return Named.of(name, way);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("rule 3: whatever ends a future gives up its place, and nobody else's")
    void endingGivesUpOnlyItsOwnPlace(Way way) {
        var first = lab.ask("a");
        var second = lab.ask("b", source.token());
        var third = lab.ask("c");
        way.accept(second);
        lab.settle();
        assertThat(second).isDone();
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(2);
        assertThat(source.registered()).isZero();
        opening.open();
        assertThat(lab.now(first)).isPresent();
        assertThat(lab.now(third)).isPresent();
        assertThat(lab.recorder.events(SessionEvent.GaveUp.class))
                .extracting(SessionEvent.GaveUp::client)
                .containsExactly("b");
        assertThat(lab.controller().snapshot().ledger().granted()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("rule 3: the place and the token are free before a dependent of the caller's runs")
    void placeIsFreeBeforeDependentsRun(Way way) {
        Gate dependent = lab.gate();
        var only = lab.ask("a", source.token());
        only.whenComplete((_, _) -> pass(dependent));
        lab.aside(() -> way.accept(only));
        assertThat(lab.controller().snapshot().waiting()).isZero();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(source.registered()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("rule 3: ended at the instant of the grant, a lease ends UNCLAIMED")
    void endedAtTheGrantIsUnclaimed(Way way) {
        Gate delivery = lab.gate();
        lab.threads.holdAt("granted", delivery);
        var only = lab.ask("a");
        opening.open();
        lab.settle();
        assertThat(only).isNotDone();
        assertThat(lab.controller().snapshot().ledger().held()).isEqualTo(1);
        way.accept(only);
        delivery.open();
        lab.settle();
        Ledger ledger = lab.controller().snapshot().ledger();
        assertThat(ledger.unclaimed()).isEqualTo(1);
        assertThat(ledger.held()).isZero();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.GaveUp.class)).isEmpty();
        assertThat(lab.recorder.events(SessionEvent.Ended.class))
                .extracting(ended -> ended.end().kind())
                .containsExactly(LeaseEnd.Kind.UNCLAIMED);
    }

    @Test
    @DisplayName("rule 3: a token cancelled at the instant of the grant makes the lease UNCLAIMED")
    void tokenAtTheGrantIsUnclaimed() {
        Gate delivery = lab.gate();
        lab.threads.holdAt("granted", delivery);
        var only = lab.ask("a", source.token());
        var other = lab.ask("b");
        opening.open();
        lab.settle();
        source.cancel();
        lab.settle();
        assertThat(only).isCancelled();
        delivery.open();
        assertThat(lab.now(other)).isPresent();
        assertThat(lab.controller().snapshot().ledger().unclaimed()).isEqualTo(1);
        assertThat(lab.controller().snapshot().ledger().held()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(SessionState.OPEN);
    }

    @Test
    @DisplayName("rule 3: a cancel that comes after the grant takes nothing away")
    void cancelAfterTheGrantTakesNothing() {
        var only = lab.ask("a", source.token());
        opening.open();
        SessionLease lease = lab.now(only).orElseThrow();
        assertThat(only.cancel(true)).isFalse();
        source.cancel();
        lab.settle();
        assertThat(lease.isActive()).isTrue();
        assertThat(only).isCompleted();
    }

    @Test
    @DisplayName("rule 3: the token ends its own requests and no others")
    void tokenEndsItsOwnRequests() {
        var mine = List.of(lab.ask("a", source.token()), lab.ask("b", source.token()));
        var other = lab.ask("c");
        source.cancel();
        lab.settle();
        assertThat(mine).allMatch(CompletableFuture::isCancelled);
        assertThat(source.registered()).isZero();
        opening.open();
        assertThat(lab.now(other)).isPresent();
    }

    @Test
    @DisplayName("rule 3: orTimeout gives up the place")
    void orTimeoutGivesUpThePlace() {
        var only = lab.ask("a").orTimeout(1, TimeUnit.MILLISECONDS);
        assertThatThrownBy(only::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 3: completeOnTimeout gives up the place")
    void completeOnTimeoutGivesUpThePlace() throws Exception {
        var only = lab.ask("a").completeOnTimeout(Optional.empty(), 1, TimeUnit.MILLISECONDS);
        assertThat(only.get()).isEmpty();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 3: what is derived from a future is no place in line")
    void derivedFutureIsNoPlace() {
        var only = lab.ask("a");
        only.thenApply(lease -> lease).cancel(true);
        only.copy().complete(Optional.empty());
        lab.settle();
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(1);
        opening.open();
        assertThat(lab.now(only)).isPresent();
    }

    @Test
    @DisplayName("rule 3: completeAsync gives a future what it says, once")
    void completeAsyncGivesWhatItSays() {
        List<Runnable> tasks = new ArrayList<>();
        var only = lab.ask("a");
        only.completeAsync(Optional::empty, tasks::add);
        lab.settle();
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(1);
        tasks.forEach(Runnable::run);
        assertThat(lab.now(only)).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        tasks.forEach(Runnable::run);
        assertThat(only).isCompletedWithValue(Optional.empty());
    }

    @Test
    @DisplayName("rule 3: completeAsync of a future that has ended asks nobody")
    void completeAsyncOfAnEndedFutureAsksNobody() {
        var only = lab.ask("a");
        only.cancel(true);
        List<String> asked = new ArrayList<>();
        only.completeAsync(
                () -> {
                    asked.add("asked");
                    return Optional.empty();
                },
                Runnable::run);
        assertThat(asked).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 3: a request that is answered while it registers leaves nothing on its token")
    void answeredWhileItRegisters() {
        CancellationToken slow =
                new CancellationToken() {
                    @Override
                    public boolean isCancelled() {
                        return false;
                    }

                    @Override
                    public Subscription onCancel(Runnable callback) {
                        opening.open();
                        lab.settle();
                        return source.token().onCancel(callback);
                    }
                };
        assertThat(lab.now(lab.ask("a", slow))).isPresent();
        assertThat(source.registered()).isZero();
    }

    @Test
    @DisplayName("rule 3: a granted or refused request leaves nothing on its token")
    void answeredRequestLeavesNothingOnItsToken() {
        Gate dependent = lab.gate();
        var granted = lab.ask("a", source.token());
        granted.whenComplete((_, _) -> pass(dependent));
        assertThat(source.registered()).isEqualTo(1);
        opening.open();
        assertThat(lab.now(granted)).isPresent();
        assertThat(source.registered()).isZero();
        assertThat(lab.now(lab.ask("b", source.token()))).isPresent();
        assertThat(source.registered()).isZero();
    }

    @Test
    @DisplayName("rule 3: a blocking dependent of one caller holds up nobody else's grant")
    void blockingDependentHoldsUpNobody() {
        Gate dependent = lab.gate();
        lab.ask("a").whenComplete((_, _) -> pass(dependent));
        var second = lab.ask("b");
        opening.open();
        assertThat(lab.now(second)).isPresent();
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
