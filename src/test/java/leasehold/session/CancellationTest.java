package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The source of tokens, and tokens that do not behave: rules 1, 3 and 5. */
class CancellationTest {

    @RegisterExtension final Lab lab = new Lab();

    private final CancellationSource source = new CancellationSource();
    private final List<String> ran = new ArrayList<>();

    @Test
    @DisplayName("rule 3: a source runs every callback once, however often it is cancelled")
    void callbacksRunOnce() {
        source.token().onCancel(() -> ran.add("a"));
        source.token().onCancel(() -> ran.add("b"));
        assertThat(source.registered()).isEqualTo(2);
        source.cancel();
        source.cancel();
        assertThat(ran).containsExactlyInAnyOrder("a", "b");
        assertThat(source.registered()).isZero();
        assertThat(source.token().isCancelled()).isTrue();
    }

    @Test
    @DisplayName("rule 3: a callback registered too late runs at once, and is not kept")
    void lateCallbackRunsAtOnce() {
        source.cancel();
        source.token().onCancel(() -> ran.add("a"));
        assertThat(ran).containsExactly("a");
        assertThat(source.registered()).isZero();
    }

    @Test
    @DisplayName("rule 3: a closed registration does not run")
    void closedRegistrationDoesNotRun() {
        Subscription first = source.token().onCancel(() -> ran.add("a"));
        source.token().onCancel(() -> ran.add("b"));
        first.close();
        first.close();
        assertThat(source.registered()).isEqualTo(1);
        source.cancel();
        assertThat(ran).containsExactly("b");
    }

    @Test
    @DisplayName("rule 3: a callback that throws keeps no other from running")
    void throwingCallbackKeepsNoOther() {
        for (int i = 0; i < 4; i++) {
            source.token()
                    .onCancel(
                            () -> {
                                ran.add("x");
                                throw new AssertionError("no");
                            });
        }
        source.cancel();
        assertThat(ran).hasSize(4);
    }

    @Test
    @DisplayName("rule 3: a callback registered while cancelling runs too")
    void callbackRegisteredWhileCancellingRuns() {
        source.token().onCancel(() -> source.token().onCancel(() -> ran.add("inner")));
        source.cancel();
        assertThat(ran).containsExactly("inner");
        assertThat(source.registered()).isZero();
    }

    @Test
    @DisplayName("rule 3: a source hands out one token, says its state, and takes no null")
    void sourceSaysItsState() {
        assertThat(source.token()).isSameAs(source.token());
        assertThat(source).hasToString("cancellation source, not cancelled");
        assertThat(source.token()).hasToString("cancellation token, not cancelled");
        source.cancel();
        assertThat(source).hasToString("cancellation source, cancelled");
        assertThat(source.token()).hasToString("cancellation token, cancelled");
        assertThatNullPointerException().isThrownBy(() -> source.token().onCancel(null));
    }

    @Test
    @DisplayName("rule 3: the token that is never cancelled keeps nothing")
    void noneIsNeverCancelled() {
        CancellationToken none = CancellationToken.none();
        none.onCancel(() -> ran.add("a")).close();
        assertThat(none.isCancelled()).isFalse();
        assertThat(none).hasToString("never cancelled");
        assertThat(ran).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 5: a token cancelled between the look at it and the registration ends the request")
    void tokenCancelledInBetween() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked =
                lab.ask(
                        "a",
                        token(
                                () -> false,
                                callback -> {
                                    callback.run();
                                    return Subscription.NONE;
                                }));
        assertThat(asked).isCancelled();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
        assertThat(lab.recorder.events(SessionEvent.GaveUp.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 1: a token whose look throws counts as not cancelled")
    void tokenWhoseLookThrows() {
        var asked =
                lab.ask(
                        "a",
                        token(
                                () -> {
                                    throw new IllegalStateException("no");
                                },
                                source.token()::onCancel));
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName("rule 1: a token whose registration throws is of no use, but does no harm")
    void tokenWhoseRegistrationThrows() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked =
                lab.ask(
                        "a",
                        token(
                                () -> false,
                                _ -> {
                                    throw new StackOverflowError("no");
                                }));
        assertThat(asked).isNotDone();
        opening.open();
        assertThat(lab.now(asked)).isPresent();
    }

    @Test
    @DisplayName(
            "rule 1: a token that registers to nothing, or whose registration cannot be closed, does no harm")
    void tokenWhoseRegistrationCannotBeClosed() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var first = lab.ask("a", token(() -> false, _ -> null));
        var second =
                lab.ask(
                        "b",
                        token(
                                () -> false,
                                _ ->
                                        () -> {
                                            throw new IllegalStateException("no");
                                        }));
        opening.open();
        assertThat(lab.now(first)).isPresent();
        assertThat(lab.now(second)).isPresent();
    }

    @Test
    @DisplayName(
            "rule 3: a token that calls back again and again, and after the grant, takes nothing away")
    void tokenThatCallsBackTooOften() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        List<Runnable> callbacks = new ArrayList<>();
        CancellationToken keeps =
                token(
                        () -> false,
                        callback -> {
                            callbacks.add(callback);
                            return Subscription.NONE;
                        });
        var first = lab.ask("a", keeps);
        var second = lab.ask("b", keeps);
        callbacks.getFirst().run();
        callbacks.getFirst().run();
        lab.settle();
        assertThat(first).isCancelled();
        opening.open();
        SessionLease lease = lab.now(second).orElseThrow();
        callbacks.forEach(Runnable::run);
        lab.settle();
        assertThat(lease.isActive()).isTrue();
        assertThat(lab.recorder.events(SessionEvent.GaveUp.class)).hasSize(1);
    }

    @Test
    @DisplayName("rule 3: cancelling does not run the caller's dependents on the cancelling thread")
    void cancellingRunsNoDependents() {
        Gate opening = lab.gate();
        Gate dependent = lab.gate();
        lab.backend.onOpen(opening::pass);
        lab.ask("a", source.token())
                .whenComplete(
                        (_, _) -> {
                            try {
                                dependent.pass();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        source.cancel();
        lab.settle();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    private interface Registering {
        Subscription onCancel(Runnable callback);
    }

    private static CancellationToken token(Supplier<Boolean> look, Registering registering) {
        return new CancellationToken() {
            @Override
            public boolean isCancelled() {
                return look.get();
            }

            @Override
            public Subscription onCancel(Runnable callback) {
                return registering.onCancel(callback);
            }
        };
    }

    @Test
    @DisplayName("rule 1: a token that throws what is not declared does no harm")
    void tokenThatThrowsTheUndeclared() {
        Gate opening = lab.gate();
        lab.backend.onOpen(opening::pass);
        var asked =
                lab.ask(
                        "a",
                        token(
                                () -> {
                                    throw ScriptedBackend.sneaky(new java.io.IOException("no"));
                                },
                                _ -> {
                                    throw ScriptedBackend.sneaky(new java.io.IOException("no"));
                                }));
        opening.open();
        assertThat(lab.now(asked)).isPresent();
    }
}
