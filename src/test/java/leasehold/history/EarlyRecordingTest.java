package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import leasehold.backend.SessionBackendProvider;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.ShutdownReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A controller is recorded from its first event on though its store is not open yet (rule 26). */
class EarlyRecordingTest {

    @TempDir Path folder;

    @Test
    void whatHappensBeforeTheStoreIsOpenStandsInIt() throws Exception {
        CompletableFuture<HistoryStore> opening = new CompletableFuture<>();
        try (ServerSessionController controller = controller()) {
            CompletableFuture<HistoryStore> recording = HistoryStore.record(opening, controller);
            controller.openSession(LeaseRequest.of("billing-sync")).close();
            assertThat(recording).isNotDone();
            opening.complete(HistoryStore.open(file()));
            recording.join();
        }
        opening.join().close();
        assertThat(Stored.entries(file()).getFirst().entry().number()).isEqualTo(1);
        assertThat(Stored.gaps(file())).isEmpty();
        assertThat(Stored.query(file(), "SELECT count(*) FROM leases")).containsExactly("1");
    }

    @Test
    void storeThatCannotBeOpenedHoldsUpNobody() throws Exception {
        CompletableFuture<HistoryStore> opening = new CompletableFuture<>();
        try (ServerSessionController controller = controller()) {
            HistoryStore.record(opening, controller);
            opening.completeExceptionally(new IOException("no disk"));
            assertThat(shutDown(controller).threads()).isEmpty();
        }
    }

    @Test
    void storeThatIsClosedWhileItIsWaitedForLetsTheListenerGo() throws Exception {
        CompletableFuture<HistoryStore> opening = new CompletableFuture<>();
        try (ServerSessionController controller = controller()) {
            HistoryStore.record(opening, controller);
            HistoryStore store = HistoryStore.open(file());
            store.close();
            opening.complete(store);
            controller.openSession(LeaseRequest.of("billing-sync")).close();
            assertThat(shutDown(controller).threads()).isEmpty();
        }
    }

    private static ShutdownReport shutDown(ServerSessionController controller) throws Exception {
        return controller
                .shutdown(Duration.ofSeconds(5))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static ServerSessionController controller() {
        return ServerSessionController.over(
                        SessionBackendProvider.named("simulated")
                                .create(Map.of("openTakes", "0ms")))
                .name("orders")
                .build();
    }

    private Path file() {
        return folder.resolve("record.sqlite");
    }
}
