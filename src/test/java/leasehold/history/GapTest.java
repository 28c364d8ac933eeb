package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be stored is a gap with a count, never silence. */
class GapTest {

    @TempDir private Path folder;

    @Test
    void whatTheListenerMissedIsAGap() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.resume(2);
            made.miss(40);
            made.resume(1);
            store.flush();
            assertThat(Stored.entries(file()))
                    .extracting(stored -> stored.entry().number())
                    .containsExactly(1L, 2L, 42L, 43L);
            assertThat(gap().first()).isEqualTo(3);
            assertThat(gap().count()).isEqualTo(40);
            assertThat(gap().why()).isEqualTo(Entry.Missed.Why.BEHIND);
            assertThat(store.status().missed()).isEqualTo(40);
            assertThat(Stored.query(file(), "SELECT first || '-' || last || ' ' || why FROM gaps"))
                    .containsExactly("3-42 BEHIND");
        }
    }

    @Test
    void whatEndedInAGapIsNoLongerLive() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            made.missReleases();
            made.grant("crm-bridge");
            store.flush();
            assertThat(Stored.query(file(), "SELECT lease FROM live_lease")).containsExactly("5");
            assertThat(Stored.query(file(), "SELECT granted - released - held FROM ledger"))
                    .containsExactly("0");
        }
    }

    @Test
    void whatComesFasterThanTheDiskIsCountedAndTheFeedNeverWaits() throws Exception {
        Held disk = new Held();
        Options slow = Options.usual().withCapacity(10).withFault(disk);
        try (HistoryStore store = HistoryStore.open(file(), slow)) {
            Made made = new Made(store.recording("demo").listener());
            disk.awaitWriter();
            made.resume(25);
            assertThat(store.status().missed()).isEqualTo(15);
            assertThat(store.status().pending()).isEqualTo(12);
            disk.letGo();
            assertThat(store.flush()).isTrue();
            made.resume(1);
            store.flush();
            assertThat(gap().first()).isEqualTo(11);
            assertThat(gap().last()).isEqualTo(25);
            assertThat(gap().why()).isEqualTo(Entry.Missed.Why.PACE);
            assertThat(Stored.entries(file()))
                    .last()
                    .extracting(StoredEntry::entry, InstanceOfAssertFactories.type(Entry.class))
                    .extracting(Entry::number)
                    .isEqualTo(26L);
        }
    }

    @Test
    void eachControllerHasItsOwnGap() throws Exception {
        Held disk = new Held();
        Options slow = Options.usual().withCapacity(10).withFault(disk);
        try (HistoryStore store = HistoryStore.open(file(), slow)) {
            Made one = new Made(store.recording("one").listener());
            Made other = new Made(store.recording("other").listener());
            disk.awaitWriter();
            one.resume(8);
            other.resume(8);
            one.resume(8);
            disk.letGo();
            store.flush();
            assertThat(Stored.gaps(file()))
                    .extracting(gap -> gap.first() + "-" + gap.last())
                    .containsExactly("3-8", "9-16");
        }
    }

    @Test
    void whatHappenedBeforeTheRecordingIsAGap() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(new RequestSearchTest.Deaf());
            made.resume(5);
            made.turnTo(store.recording("demo").listener());
            made.resume(1);
            store.flush();
            assertThat(Stored.entries(file()))
                    .extracting(stored -> stored.entry().number())
                    .containsExactly(5L, 6L);
            assertThat(gap().count()).isEqualTo(5);
            assertThat(gap().at()).isEqualTo(Made.START.plusSeconds(5));
            assertThat(Stored.query(file(), "SELECT first || '-' || last || ' ' || why FROM gaps"))
                    .containsExactly("1-5 UNRECORDED");
            assertThat(store.status().missed()).isZero();
        }
    }

    @Test
    void afterARestartTheSeamComesBeforeTheGap() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            new Made(store.recording("demo").listener()).resume(9);
        }
        try (HistoryStore store = HistoryStore.open(file())) {
            Made made = new Made(new RequestSearchTest.Deaf());
            made.resume(5);
            made.turnTo(store.recording("demo").listener());
        }
        assertThat(Stored.entries(file(), 2))
                .satisfiesExactly(
                        seam -> {
                            assertThat(seam).isInstanceOf(Entry.Seam.class);
                            assertThat(seam.number()).isZero();
                        },
                        gap -> assertThat(gap).isEqualTo(gap()));
        assertThat(gap().first()).isEqualTo(1);
        assertThat(gap().last()).isEqualTo(5);
    }

    private Entry.Missed gap() throws Exception {
        return Stored.gaps(file()).getFirst();
    }

    private Path file() {
        return folder.resolve("demo.leasehold");
    }
}
