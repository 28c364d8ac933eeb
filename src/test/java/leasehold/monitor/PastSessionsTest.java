package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.session.CloseReason;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastSessionsTest {

    private static final String NAME = "orders";

    /** Requested, opening, opened, granted: so many entries there are before anybody lets go. */
    private static final int GRANTED = 4;

    @TempDir Path folder;

    @Test
    void sessionOfAFormerRunIsToldAsItWas() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller()) {
            store.record(controller);
            twoShareASession(controller);
        }
        PastSession past = newest(Long.MAX_VALUE, 10).getFirst();
        SessionRecord session = past.session();
        assertThat(session.epoch()).isOne();
        assertThat(session.state()).isEqualTo(SessionRecord.State.CLOSED);
        assertThat(session.opening().openedBy()).isEqualTo("billing-sync");
        assertThat(session.use().granted()).isEqualTo(2);
        assertThat(session.use().peak()).isEqualTo(2);
        assertThat(session.ending().flatMap(SessionRecord.Ending::why))
                .contains(CloseReason.LAST_RELEASE);
        assertThat(session.closedBy()).isEqualTo("report-nightly");
    }

    @Test
    void sessionThatTheEndOfItsRunCutOffEndedThere() throws Exception {
        try (ServerSessionController controller = controller()) {
            HistoryStore store = store();
            store.record(controller);
            SessionLease lease = controller.openSession(LeaseRequest.of("billing-sync"));
            await().until(() -> store.flush() && store.status().written() >= GRANTED);
            store.close();
            lease.close();
        }
        SessionRecord session = newest(Long.MAX_VALUE, 10).getFirst().session();
        assertThat(session.state()).isEqualTo(SessionRecord.State.CUT);
        assertThat(session.closedAt()).isPresent();
        assertThat(session.use().granted()).isOne();
        assertThat(session.use().held()).isZero();
    }

    @Test
    void newestComeFirstOverAllRunsPageByPage() throws Exception {
        for (int run = 0; run < 3; run++) {
            try (HistoryStore store = store();
                    ServerSessionController controller = controller()) {
                store.record(controller);
                twoShareASession(controller);
                twoShareASession(controller);
            }
        }
        List<PastSession> first = newest(Long.MAX_VALUE, 4);
        assertThat(first).extracting(PastSession::run).containsExactly(3L, 3L, 2L, 2L);
        assertThat(first)
                .extracting(past -> past.session().epoch())
                .containsExactly(2L, 1L, 2L, 1L);
        assertThat(newest(first.getLast().position(), 4))
                .extracting(PastSession::run)
                .containsExactly(1L, 1L);
    }

    @Test
    void runThatGoesOnAndOtherControllersAreNotPast() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller()) {
            store.record(controller);
            twoShareASession(controller);
            assertThat(store.flush()).isTrue();
            try (HistoryReader reader = store.reader()) {
                PastSessions past = new PastSessions(reader);
                assertThat(past.newest(NAME, Long.MAX_VALUE, 10)).isEmpty();
            }
        }
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            assertThat(new PastSessions(reader).newest("other", Long.MAX_VALUE, 10)).isEmpty();
        }
    }

    private List<PastSession> newest(long before, int most) throws IOException {
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            return new PastSessions(reader).newest(NAME, before, most);
        }
    }

    private HistoryStore store() throws IOException {
        return HistoryStore.open(folder.resolve("record.leasehold"));
    }

    private static ServerSessionController controller() {
        return ServerSessionController.over(
                        SessionBackendProvider.named("simulated")
                                .create(Map.of("openTakes", "0ms", "closeTakes", "0ms")))
                .name(NAME)
                .policy(SessionPolicy.builder().linger(Duration.ZERO).build())
                .build();
    }

    private static void twoShareASession(ServerSessionController controller) throws Exception {
        SessionLease first = controller.openSession(LeaseRequest.of("billing-sync"));
        SessionLease second = controller.openSession(LeaseRequest.of("report-nightly"));
        first.close();
        second.close();
    }
}
