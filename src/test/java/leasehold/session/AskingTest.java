package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What asking comes to, for one caller and for a crowd: rules 1, 2 and 5. */
class AskingTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 1: a failure is an empty result, told by one event of each kind")
    void failureIsEmptyAndToldOnce() {
        lab.backend.onOpenFail(FailureCategory.LICENCE);
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        assertThat(lab.words())
                .containsExactly(
                        "Requested 0", "Opening 1", "AttemptFailed 1", "OpenFailed 1", "Refused 1");
        assertThat(lab.recorder.events(SessionEvent.AttemptFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.retryIn()).isEmpty());
    }

    @Test
    @DisplayName("rule 1: each of a crowd is refused once, citing the opening that failed")
    void eachOfACrowdIsRefusedOnceAndCites() {
        Gate gate = lab.gate();
        lab.backend.onOpen(
                () -> {
                    gate.pass();
                    throw new BackendException(FailureCategory.PROTOCOL, "what?");
                });
        var first = lab.ask("a");
        var second = lab.ask("b");
        gate.open();
        assertThat(lab.now(first)).isEmpty();
        assertThat(lab.now(second)).isEmpty();
        var failed = lab.recorder.events(SessionEvent.OpenFailed.class).getFirst();
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .extracting(SessionEvent.Refused::client)
                .containsExactly("a", "b");
        assertThat(lab.recorder.events(SessionEvent.Refused.class))
                .allSatisfy(
                        refused -> {
                            assertThat(refused.cites()).isEqualTo(failed.number());
                            assertThat(refused.failure()).isEqualTo(failed.failure());
                        });
    }

    @Test
    @DisplayName("rule 1: openSession throws the failure, with its category and its code")
    void openSessionThrowsTheFailure() {
        lab.backend.onOpen(
                () -> {
                    throw new BackendException(
                            FailureCategory.RIGHTS, "42501", "not allowed", null);
                });
        assertThatThrownBy(() -> lab.controller().openSession(LeaseRequest.of("a")))
                .isInstanceOfSatisfying(
                        SessionUnavailableException.class,
                        thrown -> {
                            assertThat(thrown.failure().category())
                                    .isEqualTo(FailureCategory.RIGHTS);
                            assertThat(thrown.failure().code()).contains("42501");
                            assertThat(thrown).hasMessageContaining("not allowed").hasNoCause();
                        });
    }

    @Test
    @DisplayName("rule 1: openSession refused at once says why too")
    void openSessionRefusedAtOnceSaysWhy() {
        lab.start(policy -> policy.maxLeases(1));
        lab.take("a");
        assertThatThrownBy(() -> lab.controller().openSession(LeaseRequest.of("b")))
                .isInstanceOfSatisfying(
                        SessionUnavailableException.class,
                        thrown ->
                                assertThat(thrown.failure().category())
                                        .isEqualTo(FailureCategory.QUOTA));
    }

    @Test
    @DisplayName("rule 1: the waiting twins return a lease, or nothing")
    void waitingTwinsReturnALeaseOrNothing() throws Exception {
        lab.start(policy -> policy.maxLeases(2));
        SessionLease first = lab.controller().openSession(LeaseRequest.of("a"));
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(lab.controller().tryOpenSession(LeaseRequest.of("b"))).isPresent();
        assertThat(lab.controller().tryOpenSession(LeaseRequest.of("c"))).isEmpty();
    }

    @Test
    @DisplayName("rule 1: interrupted while waiting, a twin gives up its place and says so")
    void interruptedTwinGivesUpItsPlace() throws Exception {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        CountDownLatch waits = new CountDownLatch(1);
        lab.controller().subscribe(on(SessionEvent.Requested.class, waits));
        FutureTask<SessionLease> call =
                new FutureTask<>(() -> lab.controller().openSession(LeaseRequest.of("a")));
        Thread caller = Thread.ofPlatform().start(call);
        waits.await();
        caller.interrupt();
        assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
        caller.join();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.GaveUp.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 3: a twin interrupted at the instant of the grant leaves no lease behind")
    void twinInterruptedAtTheGrantLeavesNoLease() throws Exception {
        Gate delivery = lab.gate();
        lab.threads.holdAt("granted", delivery);
        CountDownLatch granted = new CountDownLatch(1);
        lab.controller().subscribe(on(SessionEvent.Granted.class, granted));
        FutureTask<Optional<SessionLease>> call =
                new FutureTask<>(() -> lab.controller().tryOpenSession(LeaseRequest.of("a")));
        Thread caller = Thread.ofPlatform().start(call);
        granted.await();
        caller.interrupt();
        assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
        caller.join();
        delivery.open();
        lab.settle();
        assertThat(lab.controller().snapshot().ledger().unclaimed()).isEqualTo(1);
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    @DisplayName("rule 1: a lease at hand is given to an interrupted caller, who keeps the flag")
    void leaseAtHandIsGivenToAnInterruptedCaller() throws Exception {
        lab.take("a");
        Thread.currentThread().interrupt();
        try {
            assertThat(lab.controller().openSession(LeaseRequest.of("b")).isActive()).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @DisplayName("rule 1: only a null argument is thrown back")
    void nullArgumentIsThrownBack() {
        ServerSessionController controller = lab.controller();
        assertThatNullPointerException()
                .isThrownBy(() -> controller.tryOpenSessionAsync((LeaseRequest) null))
                .withMessage("request");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.tryOpenSessionAsync((CancellationToken) null))
                .withMessage("token");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.tryOpenSession(null))
                .withMessage("request");
        assertThatNullPointerException()
                .isThrownBy(() -> controller.openSession(null))
                .withMessage("request");
        assertThat(lab.words()).isEmpty();
    }

    @Test
    @DisplayName("rule 2: ten thousand callers cause one opening, and each gets a lease of it")
    void tenThousandCallersCauseOneOpening() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        List<CompletableFuture<Optional<SessionLease>>> asked = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            asked.add(lab.controller().tryOpenSessionAsync());
        }
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(10_000);
        gate.open();
        assertThat(asked).allSatisfy(future -> assertThat(lab.now(future)).isPresent());
        assertThat(lab.backend.attempts()).hasSize(1);
        assertThat(lab.controller().snapshot().ledger().held()).isEqualTo(10_000);
        assertThat(asked.stream().filter(future -> future.join().orElseThrow().opener()))
                .containsExactly(asked.getFirst());
    }

    @Test
    @DisplayName("rule 2: a caller while it is opening shares that opening")
    void callerWhileOpeningSharesIt() {
        Gate gate = lab.gate();
        lab.backend.onOpen(gate::pass);
        var first = lab.ask("a");
        var second = lab.ask("b");
        assertThat(lab.controller().snapshot().waiting()).isEqualTo(2);
        gate.open();
        assertThat(lab.now(first).orElseThrow().epoch()).isEqualTo(1);
        assertThat(lab.now(second).orElseThrow().epoch()).isEqualTo(1);
        assertThat(lab.backend.log()).containsExactly("open 1", "opened 1");
    }

    @Test
    @DisplayName("rule 5: a token that is already cancelled gives a cancelled result, and no open")
    void cancelledTokenOpensNothing() {
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThat(lab.ask("a", source.token())).isCancelled();
        assertThat(lab.words()).isEmpty();
        assertThat(lab.backend.log()).isEmpty();
    }

    @Test
    @DisplayName("rule 5: a cancelled token gets nothing of an open session either")
    void cancelledTokenGetsNothingOfAnOpenSession() {
        lab.take("a");
        CancellationSource source = new CancellationSource();
        source.cancel();
        assertThat(lab.ask("b", source.token())).isCancelled();
        assertThat(lab.controller().snapshot().ledger().granted()).isEqualTo(1);
    }

    private static SessionListener on(Class<? extends SessionEvent> kind, CountDownLatch latch) {
        return new SessionListener() {
            @Override
            public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {}

            @Override
            public void onEvent(SessionEvent event) {
                if (kind.isInstance(event)) {
                    latch.countDown();
                }
            }
        };
    }
}
