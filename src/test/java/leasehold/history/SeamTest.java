package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restart begins a new run of the same store, and the seam is a row. */
class SeamTest {

    @TempDir private Path folder;

    @Test
    void firstRunHasNoSeam() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(1);
        }
        assertThat(Stored.entries(file(), 1)).hasSize(1).noneMatch(Entry.Seam.class::isInstance);
    }

    @Test
    void runAfterAnOrderlyEndBeginsWithASeamThatSaysSo() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).shutDown();
        }
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(1);
        }
        Run.End end = new Run.End(Run.Ending.SHUT_DOWN, Made.START.plusSeconds(1), 1, 0, 0);
        Run former = new Run(1, "demo", Made.START, Optional.of(end));
        assertThat(Stored.entries(file(), 2))
                .first()
                .isEqualTo(new Entry.Seam(0, Made.START, former));
    }

    @Test
    void runAfterAKillBeginsWithASeamThatSaysWhatWasHeldThen() throws Exception {
        Path left;
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.grant("crm-bridge");
            store.flush();
            left = Stored.leftBehind(file(), folder.resolve("left"));
        }
        try (HistoryStore store = HistoryStore.open(left)) {
            new Made(store.recording("demo").listener()).resume(1);
        }
        Run.End cut = new Run.End(Run.Ending.CUT, Made.START.plusSeconds(4), 4, 2, 1);
        assertThat(Stored.runs(left).getFirst().end()).contains(cut);
        assertThat(Stored.entries(left, 2).getFirst())
                .isInstanceOfSatisfying(
                        Entry.Seam.class, seam -> assertThat(seam.former().end()).contains(cut));
        assertThat(Stored.query(left, "SELECT count(*) FROM live_lease WHERE run = 1"))
                .containsExactly("0");
        assertThat(Stored.query(left, "SELECT granted - released - held FROM ledger"))
                .containsExactly("0", "0");
    }

    @Test
    void killedBeforeItsFirstEventEndsWhereItBegan() throws Exception {
        Path left;
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener());
            store.flush();
            left = Stored.leftBehind(file(), folder.resolve("left"));
        }
        HistoryStore.open(left).close();
        assertThat(Stored.runs(left).getFirst().end())
                .contains(new Run.End(Run.Ending.CUT, Made.START, 0, 0, 0));
    }

    @Test
    void anotherControllerHasNoSeamWithThisOne() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(1);
            new Made(store.recording("other").listener()).resume(1);
        }
        assertThat(Stored.entries(file())).hasSize(2);
    }

    @Test
    void recordingThatEndsWithinTheProgramEndsItsRun() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Recording first = store.recording("demo");
            Made made = new Made(first.listener());
            made.open("billing-sync");
            first.close();
            made.resume(5);
            store.flush();
            assertThat(Stored.entries(file())).hasSize(3);
            assertThat(Stored.runs(file()))
                    .extracting(run -> run.end().map(Run.End::ending))
                    .isEqualTo(List.of(Optional.of(Run.Ending.CLOSED)));
        }
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }
}
