package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is seen from the midst of real traffic on real threads and real time: rules 25 to 27. */
@Timeout(60)
class TrafficTest {

    private static final int CLIENTS = 4;
    private static final int ROUNDS = 1_500;

    private final ScriptedBackend backend = new ScriptedBackend();
    private final CountDownLatch halfway = new CountDownLatch(CLIENTS);
    private final CountDownLatch secondHalf = new CountDownLatch(1);

    @Test
    @DisplayName("rule 26: who subscribes in the midst of traffic has no gap and no duplicate")
    void subscribeInTheMidstOfTraffic() throws Exception {
        ServerSessionController controller = controller(Duration.ofMillis(1));
        List<CompletableFuture<Void>> clients = start(controller);
        halfway.await();
        List<Follower> followers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Follower follower = new Follower();
            followers.add(follower);
            controller.subscribe(follower);
            secondHalf.countDown();
        }
        join(clients);
        controller.close();
        for (Follower follower : followers) {
            follower.assertFollowed(controller.snapshot().number());
        }
        assertThat(controller.snapshot().ledger().granted()).isEqualTo(CLIENTS * ROUNDS);
    }

    @Test
    @DisplayName("rule 27: the ledger balances in every snapshot, whatever goes on")
    void ledgerBalancesInEverySnapshot() throws Exception {
        ServerSessionController controller = controller(Duration.ZERO);
        List<CompletableFuture<Void>> clients = start(controller);
        halfway.await();
        secondHalf.countDown();
        for (int i = 0; i < 300; i++) {
            SessionSnapshot snapshot = controller.snapshot();
            assertThat(snapshot.ledger().balanced()).as("%s", snapshot.ledger()).isTrue();
            long held = snapshot.sessions().stream().mapToLong(SessionInfo::held).sum();
            assertThat(held).isEqualTo(snapshot.ledger().held());
            controller.revokeAll(new Act("m", ""));
        }
        join(clients);
        controller.close();
        Ledger last = controller.snapshot().ledger();
        assertThat(last.balanced()).isTrue();
        assertThat(last.held()).isZero();
        assertThat(backend.living()).isZero();
    }

    @Test
    @DisplayName("rule 25: the states that follow from the events are those of the snapshots")
    void statesFollowFromTheEvents() throws Exception {
        ServerSessionController controller = controller(Duration.ZERO);
        CountDownLatch over = new CountDownLatch(1);
        Recorder recorder = new Recorder();
        controller.subscribe(recorder);
        controller.subscribe(new OnEvent(SessionEvent.ShutDown.class, over::countDown));
        secondHalf.countDown();
        List<CompletableFuture<Void>> clients = start(controller);
        List<SessionSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            snapshots.add(controller.snapshot());
        }
        join(clients);
        controller.close();
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        StateTrail trail = StateTrail.of(whole(recorder, controller.snapshot().number()));
        assertThat(snapshots)
                .allSatisfy(
                        snapshot ->
                                assertThat(trail.after(snapshot.number()))
                                        .isEqualTo(snapshot.state()));
    }

    /** Waits until the recorder, which has a thread of its own, was told the last event. */
    private static List<SessionEvent> whole(Recorder recorder, long last) {
        org.awaitility.Awaitility.await()
                .until(() -> recorder.events().size() == last && recorder.gaps().isEmpty());
        return recorder.events();
    }

    private ServerSessionController controller(Duration linger) {
        return ServerSessionController.over(backend)
                .policy(SessionPolicy.builder().linger(linger).build())
                .build();
    }

    private List<CompletableFuture<Void>> start(ServerSessionController controller) {
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(
                    CompletableFuture.runAsync(
                            () -> come(controller), task -> Thread.ofPlatform().start(task)));
        }
        return clients;
    }

    /** Asks and releases, a fixed number of times; half of them when the test says so. */
    private void come(ServerSessionController controller) {
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS / 2) {
                halfway.countDown();
                await(secondHalf);
            }
            controller.tryOpenSessionAsync().join().orElseThrow().closeAsync();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    private static void join(List<CompletableFuture<Void>> clients) throws Exception {
        for (CompletableFuture<Void> client : clients) {
            client.get(30, TimeUnit.SECONDS);
        }
    }
}
