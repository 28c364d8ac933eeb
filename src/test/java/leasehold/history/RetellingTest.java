package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetellingTest {

    @TempDir private Path folder;

    @Test
    void whatWasSoIsToldFirstThenWhatHappened() throws Exception {
        try (HistoryStore store = store()) {
            Made made = new Made(store.recording("demo").listener());
            made.release(made.open("billing-sync"));
        }
        assertThat(told())
                .containsExactly(
                        "0: held 0",
                        "session.opening",
                        "session.opened",
                        "lease.granted",
                        "lease.released");
    }

    @Test
    void afterAGapItIsToldWhatWasSo() throws Exception {
        try (HistoryStore store = store()) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.missReleases();
            made.resume(1);
        }
        assertThat(told())
                .containsExactly(
                        "0: held 0",
                        "session.opening",
                        "session.opened",
                        "lease.granted",
                        "monitor.gap",
                        "4: held 0",
                        "session.resumed");
    }

    @Test
    void onlyTheRunIsToldAndItsSeamBeforeWhatWasSo() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (HistoryStore store = store()) {
                Made made = new Made(store.recording("demo").listener());
                made.resume(run + 1);
            }
        }
        assertThat(told())
                .containsExactly("monitor.seam", "0: held 0", "session.resumed", "session.resumed");
    }

    @Test
    void whatIsStoredAfterTheExtentWasTakenIsNotTold() throws Exception {
        try (HistoryStore store = store()) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(2);
            assertThat(store.flush()).isTrue();
            try (HistoryReader reader = store.reader()) {
                Retelling retelling = new Retelling(reader, reader.runs().getLast());
                Retelling.Extent extent = retelling.extent();
                assertThat(extent).isEqualTo(new Retelling.Extent(2, 2));
                assertThat(retelling.end(extent)).contains(Made.START.plusSeconds(2));
                made.resume(1);
                assertThat(store.flush()).isTrue();
                assertThat(told(retelling, extent)).hasSize(3);
            }
        }
    }

    private List<String> told() throws Exception {
        try (HistoryStore store = HistoryStore.read(file());
                HistoryReader reader = store.reader()) {
            Retelling retelling = new Retelling(reader, reader.runs().getLast());
            return told(retelling, retelling.extent());
        }
    }

    private static List<String> told(Retelling retelling, Retelling.Extent extent)
            throws Exception {
        List<String> told = new ArrayList<>();
        retelling.tell(
                extent,
                new Retelling.Listener() {
                    @Override
                    public void state(PastState state) {
                        told.add(state.number() + ": held " + state.leases().size());
                        assertThat(state.ledger().balanced()).isTrue();
                    }

                    @Override
                    public void entry(StoredEntry entry) {
                        told.add(EventCodec.row(entry.entry(), new Detail()).kind().text());
                    }
                });
        return told;
    }

    private HistoryStore store() throws IOException {
        return HistoryStore.open(file());
    }

    private Path file() {
        return folder.resolve("record.leasehold");
    }
}
