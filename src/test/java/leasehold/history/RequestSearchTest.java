package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import leasehold.history.RequestSpan.Ending;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of requests of which the record does not have everything. */
class RequestSearchTest {

    @TempDir private Path folder;

    @Test
    void releasedLeaseWasHeldUntilThen() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            long lease = made.open("billing-sync");
            made.resume(4);
            made.release(lease);
            store.flush();
        }
        assertThat(spans())
                .containsExactly(new RequestSpan("billing-sync", 3_000, 5_000, Ending.RELEASED));
    }

    @Test
    void snapshotOfCenturiesAgoIsReadAllTheSame() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.turnTo(store.recording("other").listener());
            store.flush();
        }
        try (Connection person = Connections.writing(file());
                Statement statement = person.createStatement()) {
            statement.executeUpdate("UPDATE snapshot SET at = " + Long.MIN_VALUE);
        }
        List<RequestSpan> spans = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(file())) {
            for (Run run : reader.runs()) {
                new RequestSearch(reader).each(run, spans::add);
            }
        }
        assertThat(spans).extracting(RequestSpan::client).contains("billing-sync");
    }

    @Test
    void leaseThatEndedInAGapIsSeenUntilThat() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.resume(2);
            made.missReleases();
            made.resume(9);
            store.flush();
        }
        assertThat(spans())
                .containsExactly(new RequestSpan("billing-sync", 3_000, 2_000, Ending.UNSEEN));
    }

    @Test
    void leaseThatOutlivedAGapIsHeldToTheEnd() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.miss(5);
            made.resume(2);
            store.flush();
        }
        assertThat(spans())
                .containsExactly(new RequestSpan("billing-sync", 3_000, 7_000, Ending.HELD));
    }

    @Test
    void leaseThatOnlyASnapshotTellsOfIsHeldFromTheStart() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(new Deaf());
            made.open("billing-sync");
            made.turnTo(store.recording("demo").listener());
            made.resume(2);
            store.flush();
        }
        assertThat(spans())
                .containsExactly(new RequestSpan("billing-sync", 3_000, 2_000, Ending.HELD));
    }

    @Test
    void leaseAskedForBeforeTheRecordingIsSeenUntilTheGapInWhichItEnded() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(new Deaf());
            made.resume(5);
            made.turnTo(store.recording("demo").listener());
            made.answer(3, "billing-sync");
            made.resume(2);
            made.missReleases();
            store.flush();
        }
        assertThat(spans())
                .containsExactly(new RequestSpan("billing-sync", 6_000, 2_000, Ending.UNSEEN));
    }

    /** Hears nothing. */
    static final class Deaf implements SessionListener {

        @Override
        public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> held) {}

        @Override
        public void onEvent(SessionEvent event) {}
    }

    private List<RequestSpan> spans() throws IOException {
        List<RequestSpan> spans = new ArrayList<>();
        try (HistoryReader reader = HistoryReader.open(file())) {
            new RequestSearch(reader).each(reader.runs().getLast(), spans::add);
        }
        return spans;
    }

    private Path file() {
        return folder.resolve("record.sqlite");
    }
}
