package leasehold.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import leasehold.backend.FailureCategory;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.history.LeaseSearch;
import leasehold.session.Lab;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.simulation.Faults;
import leasehold.simulation.Load;
import leasehold.simulation.Rehearsal;
import leasehold.simulation.Replay;
import leasehold.simulation.Scenario;
import leasehold.simulation.Script;
import leasehold.simulation.Span;
import leasehold.simulation.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records replayed, on virtual time and a server that answers at once. */
class RecordingTest {

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension final Lab lab = new Lab();
    @RegisterExtension final Lab another = new Lab();
    @TempDir Path folder;

    @Test
    void replayIsTheSameVisitsOnAsManySessions() throws Exception {
        Recording recorded = record(lab, calm(), MINUTE);
        assertThat(recorded.script().size()).isGreaterThan(10);
        assertThat(opened(recorded)).isGreaterThan(3);

        Recording replayed = record(another, replay(recorded, 1), MINUTE.multipliedBy(2));

        assertThat(replayed.run().id()).isEqualTo(2);
        assertThat(visits(replayed)).isEqualTo(visits(recorded));
        assertThat(opened(replayed)).isEqualTo(opened(recorded));
    }

    @Test
    void fasterReplayGrantsInTheSameOrder() throws Exception {
        Recording recorded = record(lab, calm(), MINUTE);
        Recording replayed = record(another, replay(recorded, 10), MINUTE);
        assertThat(visits(replayed))
                .extracting(Visit::client)
                .isEqualTo(visits(recorded).stream().map(Visit::client).toList());
        assertThat(replayed.script().length().multipliedBy(10))
                .isCloseTo(recorded.script().length(), Duration.ofMillis(100));
    }

    @Test
    void leaseThatWasHeldAtTheEndIsHeldSoLongAndReleased() throws Exception {
        ServerSessionController controller = controller();
        try (HistoryStore store = store()) {
            store.record(controller);
            SessionLease held = lab.take(LeaseRequest.of("billing-sync"));
            lab.advance(Duration.ofSeconds(3));
            lab.take(LeaseRequest.of("report-nightly")).close();
            lab.settle();
            assertThat(store.flush()).isTrue();
            store.close();
            held.close();
        }
        Recording recording = newest();
        assertThat(recording.held()).isEqualTo(1);
        assertThat(recording.unknown()).isZero();
        assertThat(recording.script().visit(0))
                .isEqualTo(visit("billing-sync", 3, Visit.Ending.RELEASES));
    }

    @Test
    void refusedRequestIsAskedAgainAndReleasedAtOnce() throws Exception {
        lab.backend.onOpenFail(FailureCategory.PROTOCOL);
        ServerSessionController controller = controller();
        try (HistoryStore store = store()) {
            store.record(controller);
            assertThat(lab.now(lab.ask("billing-sync"))).isEmpty();
            assertThat(store.flush()).isTrue();
        }
        Recording recording = newest();
        assertThat(recording.refused()).isEqualTo(1);
        assertThat(recording.script().visit(0))
                .isEqualTo(visit("billing-sync", 0, Visit.Ending.RELEASES));
    }

    @Test
    void recordWithoutALeaseIsRefused() throws Exception {
        ServerSessionController controller = controller();
        try (HistoryStore store = store()) {
            store.record(controller);
            lab.settle();
            assertThat(store.flush()).isTrue();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(this::newest)
                .withMessage(
                        "recording has no lease in run 1 of 'demo'; allowed is one in which"
                                + " somebody asked for a lease");
    }

    private static Load calm() {
        return Scenario.of(2, mostly(300), mostly(6_000)).withSeed(5);
    }

    private static Span mostly(long millis) {
        return new Span.Exponential(Duration.ofMillis(millis));
    }

    private static Replay replay(Recording recording, double speed) {
        return new Replay(recording.script(), speed, 1, Faults.NONE);
    }

    private ServerSessionController controller() {
        return lab.start(policy -> policy.linger(LINGER));
    }

    private HistoryStore store() throws IOException {
        return HistoryStore.open(folder.resolve("record.sqlite"));
    }

    private Recording record(Lab in, Load load, Duration most) throws Exception {
        try (HistoryStore store = store()) {
            ServerSessionController controller = in.start(policy -> policy.linger(LINGER));
            store.record(controller);
            new Rehearsal(in, controller).run(load, most);
            in.advance(LINGER);
            controller.shutdown(Duration.ZERO);
            in.settle();
            assertThat(store.flush()).isTrue();
        }
        return newest();
    }

    private Recording newest() throws IOException {
        try (HistoryReader reader = HistoryReader.open(folder.resolve("record.sqlite"))) {
            return Recording.newest(reader, reader.runs());
        }
    }

    private long opened(Recording recording) throws IOException {
        try (HistoryReader reader = HistoryReader.open(folder.resolve("record.sqlite"))) {
            return new LeaseSearch(reader).opened(recording.run());
        }
    }

    private static List<Visit> visits(Recording recording) {
        Script script = recording.script();
        return IntStream.range(0, script.size()).mapToObj(script::visit).toList();
    }

    private static Visit visit(String client, int seconds, Visit.Ending ending) {
        return new Visit(Duration.ZERO, client, Duration.ofSeconds(seconds), ending);
    }
}
