package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a listener is told, and what it may do: rule 26. */
class ListenerTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 26: first a snapshot with the held leases and who waits, then every event")
    void snapshotThenEvents() {
        lab.start(policy -> policy.maxLeases(2).maxWaiting(5));
        SessionLease a = lab.take("a");
        lab.take("b");
        lab.ask("waits");
        Recorder late = new Recorder();
        lab.controller().subscribe(late);
        a.closeAsync();
        lab.settle();
        assertThat(late.snapshots()).hasSize(1);
        assertThat(late.leases().getFirst())
                .extracting(info -> info.client() + " " + info.state())
                .containsExactly("a HELD", "b HELD", "waits WAITING");
        assertThat(late.words()).containsExactly("Ended 1", "Granted 1");
        assertThat(late.events().getFirst().number())
                .isEqualTo(late.snapshots().getFirst().number() + 1);
    }

    @Test
    @DisplayName("rule 26: who asks to look again is told a snapshot in its place among the events")
    void lookingAgainIsToldInItsPlace() {
        Gate gate = lab.gate();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Recorder held =
                new Recorder() {
                    @Override
                    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
                        super.onSnapshot(snapshot, leases);
                        told.add("snapshot " + snapshot.number());
                        pass(gate);
                    }

                    @Override
                    public void onEvent(SessionEvent event) {
                        told.add("event " + event.number());
                    }
                };
        ListenerSubscription subscription = lab.controller().subscribe(held);
        lab.settle();
        SessionLease a = lab.take("a");
        long before = lab.controller().snapshot().number();
        subscription.lookAgain();
        gate.open();
        lab.settle();
        assertThat(told)
                .startsWith("snapshot 0", "event 1")
                .endsWith("event " + before, "snapshot " + before);
        assertThat(held.leases().getLast()).extracting(LeaseInfo::id).containsExactly(a.id());

        subscription.lookAgain();
        lab.settle();
        assertThat(told)
                .as("though nothing happened")
                .endsWith("snapshot " + before, "snapshot " + before);

        subscription.close();
        subscription.lookAgain();
        a.closeAsync();
        lab.settle();
        assertThat(told).as("though it has ended").hasSize((int) before + 3);
    }

    @Test
    @DisplayName(
            "rule 26: who asks to look again and falls behind is told what it missed all the same")
    void lookingAgainHidesNoGap() {
        lab.build(UnaryOperator.identity(), builder -> builder.ring(16));
        Gate gate = lab.gate();
        Recorder slow =
                new Recorder() {
                    @Override
                    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
                        super.onSnapshot(snapshot, leases);
                        pass(gate);
                    }
                };
        ListenerSubscription subscription = lab.controller().subscribe(slow);
        lab.settle();
        subscription.lookAgain();
        for (int i = 0; i < 20; i++) {
            lab.take("passer-by");
        }
        long last = lab.controller().snapshot().number();
        gate.open();
        lab.settle();
        assertThat(slow.gaps()).containsExactly("1-" + last);
        assertThat(slow.snapshots()).last().extracting(SessionSnapshot::number).isEqualTo(last);
        assertThat(slow.events()).isEmpty();
    }

    @Test
    @DisplayName("rule 26: who asks to look again and again is told all the same")
    void lookingAgainIsToldThoughItIsAskedForAllTheTime() {
        AtomicReference<ListenerSubscription> subscription = new AtomicReference<>();
        Recorder asking =
                new Recorder() {
                    @Override
                    public void onEvent(SessionEvent event) {
                        super.onEvent(event);
                        if (subscription.get() != null && events().size() < 100) {
                            subscription.get().lookAgain();
                            lab.controller().tryOpenSessionAsync(LeaseRequest.of("b"));
                        }
                    }
                };
        lab.take("a");
        subscription.set(lab.controller().subscribe(asking));
        lab.take("a");
        long last = asking.events().getLast().number();
        assertThat(asking.snapshots())
                .as("snapshots from the first to the last event")
                .filteredOn(snapshot -> snapshot.number() < last)
                .hasSizeGreaterThan(2);
    }

    @Test
    @DisplayName("rule 26: who asks to look again is told nothing once the controller has ended")
    void lookingAgainAtTheEndIsToldNothing() {
        AtomicReference<ListenerSubscription> subscription = new AtomicReference<>();
        Recorder asking =
                new Recorder() {
                    @Override
                    public void onEvent(SessionEvent event) {
                        super.onEvent(event);
                        if (event instanceof SessionEvent.ShutDown) {
                            subscription.get().lookAgain();
                        }
                    }
                };
        subscription.set(lab.controller().subscribe(asking));
        lab.take("a").closeAsync();
        lab.controller().shutdown(Duration.ZERO);
        lab.settle();
        assertThat(asking.words()).endsWith("ShutDown 0");
        assertThat(asking.snapshots()).hasSize(1);
    }

    @Test
    @Timeout(60)
    @DisplayName("rule 26: who asks to look again at every snapshot hears of the end all the same")
    void lookingAgainAtEverySnapshotEnds() {
        AtomicReference<ListenerSubscription> subscription = new AtomicReference<>();
        Gate gate = lab.gate();
        Recorder asking =
                new Recorder() {
                    @Override
                    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
                        super.onSnapshot(snapshot, leases);
                        pass(gate);
                        subscription.get().lookAgain();
                    }
                };
        subscription.set(lab.controller().subscribe(asking));
        gate.open();
        lab.controller().shutdown(Duration.ZERO);
        lab.settle();
        assertThat(asking.words()).containsExactly("ShuttingDown 0", "ShutDown 0");
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName(
            "rule 26: a listener that blocks holds up neither the controller nor other listeners")
    void blockedListenerHarmsNobody() {
        Gate gate = lab.gate();
        Recorder blocked = heldBy(gate);
        lab.controller().subscribe(blocked);
        SessionLease a = lab.take("a");
        assertThat(lab.now(a.closeAsync())).isEqualTo(ReleaseOutcome.DISCONNECTED);
        assertThat(lab.words()).endsWith("Closed 1");
        assertThat(blocked.events()).isEmpty();
        gate.open();
        lab.settle();
        assertThat(blocked.events()).isEqualTo(lab.recorder.events());
    }

    @Test
    @DisplayName("rule 26: a listener that throws, Errors too, is told the next event all the same")
    void throwingListenerHarmsNobody() {
        List<SessionEvent> seen = Collections.synchronizedList(new ArrayList<>());
        lab.controller()
                .subscribe(
                        new SessionListener() {
                            @Override
                            public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> held) {
                                throw new IllegalStateException("listener");
                            }

                            @Override
                            public void onEvent(SessionEvent event) {
                                seen.add(event);
                                if (seen.size() % 2 == 0) {
                                    throw new StackOverflowError("listener");
                                }
                                throw new IllegalStateException("listener");
                            }
                        });
        lab.take("a").closeAsync();
        lab.settle();
        assertThat(seen).isEqualTo(lab.recorder.events()).isNotEmpty();
    }

    @Test
    @DisplayName("rule 26: a listener may call back: ask, release, revoke, subscribe, look")
    void listenerCallsBack() {
        AtomicReference<SessionLease> taken = new AtomicReference<>();
        Recorder inner = new Recorder();
        lab.controller()
                .subscribe(
                        new OnEvent(
                                SessionEvent.Granted.class,
                                () -> {
                                    lab.controller().snapshot();
                                    lab.controller().leases();
                                    if (taken.get() == null) {
                                        taken.set(
                                                lab.controller()
                                                        .tryOpenSessionAsync()
                                                        .join()
                                                        .orElseThrow());
                                        lab.controller().subscribe(inner);
                                        taken.get().close();
                                        lab.controller()
                                                .revoke(List.of(taken.get().id()), new Act("", ""));
                                    }
                                }));
        SessionLease outer = lab.take("outer");
        assertThat(outer.isActive()).isTrue();
        assertThat(taken.get().isActive()).isFalse();
        assertThat(inner.snapshots()).hasSize(1);
        assertThat(inner.words()).containsExactly("Ended 1");
    }

    @Test
    @DisplayName(
            "rule 26: a subscription that is closed gets nothing more, and may be closed twice")
    void closedSubscriptionGetsNothing() {
        Recorder gone = new Recorder();
        Subscription subscription = lab.controller().subscribe(gone);
        lab.take("a");
        int seen = gone.events().size();
        subscription.close();
        subscription.close();
        lab.take("b");
        assertThat(gone.events()).hasSize(seen);
        assertThat(lab.words()).hasSizeGreaterThan(seen);
    }

    @Test
    @DisplayName("rule 26: a listener may close its own subscription while it is told")
    void listenerClosesItself() {
        AtomicReference<Subscription> own = new AtomicReference<>();
        List<SessionEvent> seen = new ArrayList<>();
        own.set(
                lab.controller()
                        .subscribe(
                                new Recorder() {
                                    @Override
                                    public void onEvent(SessionEvent event) {
                                        seen.add(event);
                                        own.get().close();
                                    }
                                }));
        lab.settle();
        lab.take("a").closeAsync();
        lab.settle();
        assertThat(seen).hasSize(1);
    }

    @Test
    @DisplayName("rule 26: one that is closed while it is blocked leaves no thread once let go")
    void closedWhileBlocked() {
        Gate gate = lab.gate();
        Subscription subscription =
                lab.controller()
                        .subscribe(new OnEvent(SessionEvent.Opened.class, () -> pass(gate)));
        lab.take("a");
        assertThat(lab.threads.names()).isNotEmpty();
        subscription.close();
        gate.open();
        lab.settle();
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName("rule 26: after shutdown a new listener gets the snapshot, and no more")
    void subscribeAfterShutdown() {
        lab.take("a");
        lab.now(lab.controller().shutdown(Duration.ZERO));
        Recorder late = new Recorder();
        lab.controller().subscribe(late);
        lab.settle();
        assertThat(late.snapshots())
                .singleElement()
                .satisfies(last -> assertThat(last.state()).isEqualTo(SessionState.SHUT_DOWN));
        assertThat(late.events()).isEmpty();
        assertThat(lab.threads.names()).isEmpty();
    }

    @Test
    @DisplayName("rule 26: every listener is told the last event")
    void lastEventIsTold() {
        Gate gate = lab.gate();
        Recorder slow = heldBy(gate);
        lab.controller().subscribe(slow);
        lab.take("a");
        lab.controller().shutdown(Duration.ZERO);
        gate.open();
        lab.settle();
        assertThat(slow.words()).endsWith("ShutDown 0");
        assertThat(lab.words()).endsWith("ShutDown 0");
    }

    private static Recorder heldBy(Gate gate) {
        return new Recorder() {
            @Override
            public void onEvent(SessionEvent event) {
                pass(gate);
                super.onEvent(event);
            }
        };
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("rule 26: a listener that throws what is not declared hears all the same")
    void undeclaredException() {
        Recorder throwing =
                new Recorder() {
                    @Override
                    public void onEvent(SessionEvent event) {
                        super.onEvent(event);
                        throw ScriptedBackend.sneaky(new java.io.IOException("undeclared"));
                    }
                };
        lab.controller().subscribe(throwing);
        lab.take("a").closeAsync();
        lab.settle();
        assertThat(throwing.events()).isNotEmpty().isEqualTo(lab.recorder.events());
    }

    @Test
    @DisplayName("rule 26: a listener for whom no thread could be made hears of it with the next")
    void noThreadForOnce() {
        lab.controller();
        lab.threads.refuse("feed", true);
        SessionLease a = lab.take("a");
        assertThat(lab.recorder.events()).isEmpty();
        lab.threads.refuse("feed", false);
        a.closeAsync();
        lab.settle();
        assertThat(lab.recorder.words())
                .containsExactly(
                        "Requested 0",
                        "Opening 1",
                        "Opened 1",
                        "Granted 1",
                        "Ended 1",
                        "Closing 1",
                        "Closed 1");
    }
}
