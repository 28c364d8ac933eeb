package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.history.LeaseSearch;
import leasehold.history.LeaseSpan;
import leasehold.history.Run;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingStudyTest {

    private static final String NAME = "orders";

    @TempDir Path folder;

    @Test
    void allRunsAreToldTogether() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (HistoryStore store = store();
                    ServerSessionController controller = controller()) {
                store.record(controller);
                twoShareASession(controller);
                twoShareASession(controller);
            }
        }
        SharingStudy.Found found = study(Instant.MIN);
        assertThat(found.sharing().opens()).isEqualTo(4);
        assertThat(found.sharing().leases()).isEqualTo(8);
        assertThat(found.sharing().openers()).containsExactly(new Sharing.Who("billing-sync", 4));
        assertThat(found.sharing().closers()).containsExactly(new Sharing.Who("report-nightly", 4));
        assertThat(found.cut()).isFalse();
        assertThat(found.curve()).hasSameSizeAs(LingerAdvisor.LINGERS);
        assertThat(found.curve().getLast().opens()).as("one a run").isEqualTo(2);
    }

    @Test
    void sessionThatIsOpenCountsWithTheLeasesItHasSoFar() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller()) {
            store.record(controller);
            SessionLease first = controller.openSession(LeaseRequest.of("billing-sync"));
            SessionLease second = controller.openSession(LeaseRequest.of("report-nightly"));
            await().until(() -> sharing(store).leases() == 2);
            assertThat(sharing(store).opens()).isOne();
            first.close();
            second.close();
        }
    }

    @Test
    void whatWasBeforeAndOtherControllersAreLeftOut() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller()) {
            store.record(controller);
            twoShareASession(controller);
        }
        assertThat(study(Instant.MAX).sharing().opens()).isZero();
        assertThat(study(Instant.MAX).curve()).extracting(Outcome::opens).containsOnly(0L);
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            assertThat(new SharingStudy(reader).of("other", Instant.MIN).sharing().opens())
                    .isZero();
        }
    }

    @Test
    void curveIsThatOfAnAdvisorWhoKeepsEveryLease() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller()) {
            store.record(controller);
            for (int i = 0; i < 20; i++) {
                twoShareASession(controller);
            }
        }
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            Run run = reader.runs().getFirst();
            LeaseSearch search = new LeaseSearch(reader);
            List<LeaseSpan> spans = search.spans(run);
            assertThat(spans).hasSize(40);
            assertThat(new SharingStudy(reader).of(NAME, Instant.MIN).curve())
                    .isEqualTo(
                            LingerAdvisor.of(spans, search.opening(run), search.closing(run))
                                    .curve());
        }
    }

    private static Sharing sharing(HistoryStore store) throws IOException, InterruptedException {
        try (HistoryReader reader = store.reader()) {
            return new SharingStudy(reader).of(NAME, Instant.MIN).sharing();
        }
    }

    private SharingStudy.Found study(Instant from) throws IOException, InterruptedException {
        try (HistoryStore store = store();
                HistoryReader reader = store.reader()) {
            return new SharingStudy(reader).of(NAME, from);
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
