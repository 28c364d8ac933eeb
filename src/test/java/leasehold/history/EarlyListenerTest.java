package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import leasehold.backend.SessionBackendProvider;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionPolicy;
import leasehold.session.ShutdownReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A controller is recorded by a store that is still being opened. */
class EarlyListenerTest {

    @TempDir private Path folder;

    private final CompletableFuture<HistoryStore> opening = new CompletableFuture<>();
    private ServerSessionController controller;
    private CompletableFuture<HistoryStore> recorded;

    @BeforeEach
    void record() throws Exception {
        controller =
                ServerSessionController.over(
                                SessionBackendProvider.named("simulated")
                                        .create(Map.of("openTakes", "0ms")))
                        .name("orders")
                        .policy(
                                SessionPolicy.builder()
                                        .linger(Duration.ZERO)
                                        .abortTimeout(Duration.ofMillis(100))
                                        .build())
                        .build();
        recorded = HistoryStore.record(opening, controller);
        controller.openSession(LeaseRequest.of("billing-sync")).close();
    }

    @AfterEach
    void shutDown() {
        controller.close();
    }

    @Test
    @DisplayName("rule 24: a store that is never opened keeps no controller from shutting down")
    void storeThatIsNeverOpenedKeepsNoControllerFromShuttingDown() throws Exception {
        ShutdownReport report =
                controller.shutdown(Duration.ZERO).toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(report.threads()).isEmpty();
        assertThat(recorded).isNotDone();
    }

    @Test
    void storeThatIsOpenedLateHasAllThatHappenedSince() throws Exception {
        Path file = folder.resolve("record.sqlite");
        try (HistoryStore store = HistoryStore.open(file)) {
            opening.complete(store);
            controller.shutdown(Duration.ZERO).toCompletableFuture().get(60, TimeUnit.SECONDS);
            store.flush();
            assertThat(Stored.query(file, "SELECT kind FROM entry ORDER BY position"))
                    .startsWith("lease.requested", "session.opening")
                    .endsWith("session.shutDown");
            assertThat(Stored.gaps(file)).isEmpty();
        }
    }
}
