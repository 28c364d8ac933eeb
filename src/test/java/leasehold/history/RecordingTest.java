package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import leasehold.backend.BackendSession;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real controller is recorded through a subscription like any other. */
class RecordingTest {

    @TempDir private Path folder;

    @Test
    void wholeLifeOfAControllerIsRecorded() throws Exception {
        Path file = folder.resolve("demo.leasehold");
        try (HistoryStore store = HistoryStore.open(file)) {
            ServerSessionController controller =
                    ServerSessionController.over(new Plain()).name("demo").build();
            store.record(controller);
            for (int i = 0; i < 20; i++) {
                try (SessionLease lease = controller.openSession(LeaseRequest.of("client-" + i))) {
                    assertThat(lease.isActive()).isTrue();
                }
            }
            controller.shutdown(Duration.ZERO).toCompletableFuture().get(60, TimeUnit.SECONDS);
            assertThat(store.flush()).isTrue();
            List<StoredEntry> entries = Stored.entries(file);
            assertThat(entries)
                    .extracting(stored -> EventKind.of(stored.entry()))
                    .endsWith(EventKind.SESSION_SHUT_DOWN);
            for (int i = 0; i < entries.size(); i++) {
                assertThat(entries.get(i).entry().number()).isEqualTo(i + 1);
            }
            assertThat(Stored.query(file, "SELECT granted || ' ' || released FROM ledger"))
                    .containsExactly("20 20");
            assertThat(Stored.runs(file).getFirst().end().orElseThrow().ending())
                    .isEqualTo(Run.Ending.SHUT_DOWN);
        }
    }

    @Test
    void recordingThatComesLateKnowsWhatIsHeld() throws Exception {
        Path file = folder.resolve("demo.leasehold");
        try (HistoryStore store = HistoryStore.open(file);
                ServerSessionController controller =
                        ServerSessionController.over(new Plain()).name("demo").build();
                SessionLease early = controller.openSession(LeaseRequest.of("early"))) {
            Recording recording = store.record(controller);
            SessionLease late = controller.openSession(LeaseRequest.of("late"));
            await().until(() -> store.flush() && Stored.entries(file).size() == 2);
            assertThat(Stored.gaps(file))
                    .containsExactly(
                            new Entry.Missed(
                                    1,
                                    late.id() - 1,
                                    Stored.runs(file).getFirst().started(),
                                    Entry.Missed.Why.UNRECORDED));
            assertThat(Stored.query(file, "SELECT lease FROM live_lease WHERE position = 0"))
                    .containsExactly(String.valueOf(early.id()));
            recording.close();
            store.flush();
            assertThat(Stored.runs(file).getFirst().end().orElseThrow().held()).isEqualTo(2);
            late.close();
        }
    }

    @Test
    void recordingThatHasEndedIsForgottenWhileTheStoreGoesOn() throws Exception {
        try (HistoryStore store = HistoryStore.open(folder.resolve("demo.leasehold"));
                ServerSessionController controller =
                        ServerSessionController.over(new Plain()).name("demo").build()) {
            WeakReference<Recording> closed = closed(store, controller);
            WeakReference<Recording> shutDown = shutDown(store);
            await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                System.gc();
                                return closed.get() == null && shutDown.get() == null;
                            });
        }
    }

    private static WeakReference<Recording> closed(
            HistoryStore store, ServerSessionController controller) {
        Recording recording = store.record(controller);
        recording.close();
        return new WeakReference<>(recording);
    }

    private static WeakReference<Recording> shutDown(HistoryStore store) throws Exception {
        ServerSessionController ends =
                ServerSessionController.over(new Plain()).name("orders").build();
        WeakReference<Recording> recording = new WeakReference<>(store.record(ends));
        ends.shutdown(Duration.ZERO).toCompletableFuture().get(60, TimeUnit.SECONDS);
        return recording;
    }

    @Test
    void whoWatchesAndThrowsKeepsNothingFromBeingStored() throws Exception {
        Path file = folder.resolve("demo.leasehold");
        try (HistoryStore store = HistoryStore.open(file)) {
            CountDownLatch thrown = new CountDownLatch(2);
            store.onStored(
                    () -> {
                        thrown.countDown();
                        throw new AssertionError("watcher");
                    });
            Made made = new Made(store.recording("demo").listener());
            made.resume(1);
            assertThat(store.flush()).isTrue();
            made.resume(1);
            assertThat(store.flush()).isTrue();
            made.resume(1);
            assertThat(store.flush()).isTrue();
            assertThat(thrown.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(store.status().trouble()).isEmpty();
            assertThat(Stored.entries(file)).hasSize(3);
        }
    }

    @Test
    void recordedAgainOnlyWhatHappenedBetweenIsMissing() throws Exception {
        Path file = folder.resolve("demo.leasehold");
        try (HistoryStore store = HistoryStore.open(file);
                ServerSessionController controller =
                        ServerSessionController.over(new Plain()).name("demo").build();
                SessionLease first = controller.openSession(LeaseRequest.of("first"))) {
            Recording recording = store.record(controller);
            SessionLease second = controller.openSession(LeaseRequest.of("second"));
            await().until(() -> store.flush() && Stored.entries(file).size() == 2);
            recording.close();
            SessionLease third = controller.openSession(LeaseRequest.of("third"));
            store.record(controller);
            await().until(() -> store.flush() && Stored.runs(file).size() == 2);
            assertThat(Stored.entries(file, 2))
                    .extracting(Entry::number)
                    .containsExactly(second.id(), third.id());
            assertThat(Stored.gaps(file).getLast().first()).isEqualTo(second.id() + 1);
            third.close();
            second.close();
        }
    }

    private static final class Plain implements SessionBackend {
        @Override
        public BackendSession open(OpenAttempt attempt) {
            return new BackendSession() {
                @Override
                public String id() {
                    return "plain";
                }

                @Override
                public Map<String, String> attributes() {
                    return Map.of();
                }

                @Override
                public void close() {}
            };
        }
    }
}
