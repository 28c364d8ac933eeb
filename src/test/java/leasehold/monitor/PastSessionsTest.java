package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.history.Import;
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
        PastSession past = newest(Optional.empty(), 10).getFirst();
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
        SessionRecord session = newest(Optional.empty(), 10).getFirst().session();
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
        List<PastSession> first = newest(Optional.empty(), 4);
        assertThat(first).extracting(PastSession::run).containsExactly(3L, 3L, 2L, 2L);
        assertThat(first)
                .extracting(past -> past.session().epoch())
                .containsExactly(2L, 1L, 2L, 1L);
        assertThat(newest(Optional.of(first.getLast()), 4))
                .extracting(PastSession::run)
                .containsExactly(1L, 1L);
    }

    @Test
    void sessionsOfAnImportedRunComeWhereItBeganPageByPage() throws Exception {
        Path old = folder.resolve("old.leasehold");
        runOfTwoSessions(old);
        Path record = folder.resolve("record.leasehold");
        runOfTwoSessions(record);
        new Import(record).read(old, _ -> {});
        List<PastSession> first = newest(Optional.empty(), 1);
        List<PastSession> rest = newest(Optional.of(first.getLast()), 10);
        assertThat(first).extracting(PastSession::run).containsExactly(1L);
        assertThat(rest).extracting(PastSession::run).containsExactly(1L, 2L, 2L);
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            FormerRuns former = FormerRuns.of(NAME).before(reader.runs().getLast());
            assertThat(new PastSessions(reader).newest(former, Optional.empty(), 10))
                    .as("stored after it, but begun before it")
                    .extracting(PastSession::run)
                    .containsExactly(2L, 2L);
        }
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
                assertThat(past.newest(FormerRuns.of(NAME), Optional.empty(), 10)).isEmpty();
            }
        }
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            PastSessions past = new PastSessions(reader);
            assertThat(past.newest(FormerRuns.of("other"), Optional.empty(), 10)).isEmpty();
        }
    }

    private List<PastSession> newest(Optional<PastSession> after, int most) throws IOException {
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            return new PastSessions(reader).newest(FormerRuns.of(NAME), after, most);
        }
    }

    private static void runOfTwoSessions(Path file) throws Exception {
        try (HistoryStore store = HistoryStore.open(file);
                ServerSessionController controller = controller()) {
            store.record(controller);
            twoShareASession(controller);
            twoShareASession(controller);
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
