package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever became of a record, the list of its entries is what stands in it, row by row. */
class EntryPagesTest extends ListedEntries {

    @Test
    void listIsWhatStandsInTheRecordAsItGrows() throws IOException {
        same();
        tell(1, 5);
        same();
        told.miss(6, 40);
        same();
        tell(41, 50);
        told.miss(51, 51);
        told.miss(52, 60);
        same();
        tell(61, 61);
        same();
    }

    @Test
    void runsFollowEachOtherWithTheirSeams() throws IOException {
        tell(1, 5);
        told.restart();
        same();
        tell(1, 3);
        same();
        told.restart();
        told.miss(1, 7);
        tell(8, 9);
        same();
        assertThat(pages.list().at(pages.list().size() - 1)).isEqualTo(new Place(3, 9));
    }

    @Test
    void importedRunsStandWhereTheyBegan() throws Exception {
        Path file = folder.resolve("old.sqlite");
        try (Told old = new Told(file, "orders")) {
            old.tell(List.of(resumed(1), resumed(2)));
            old.restart();
            old.tell(List.of(resumed(1)));
        }
        tell(1, 3);
        told.restart();
        tell(1, 4);
        told.close();
        move(file, 1, -7_200);
        move(file, 2, -1_800);
        move(folder.resolve("record.sqlite"), 1, -3_600);
        assertThat(runs()).containsExactly(1L, 2L);
        new Import(folder.resolve("record.sqlite")).read(file, _ -> {});
        assertThat(runs()).containsExactly(3L, 1L, 4L, 2L);
        same();
        EntryList list = pages.list();
        assertThat(between(list, -3_700, -3_500).within(list))
                .as("as before, the times of the entries tell which lie in a range")
                .isEqualTo(between(list, -3_700, -3_500));
        assertThat(pages.read(list, 0, list.size()))
                .extracting(entry -> new Place(entry.run(), entry.entry().number()))
                .isEqualTo(LongStream.range(0, list.size()).mapToObj(list::at).toList());
    }

    @Test
    void otherControllersAreNotInIt() throws IOException {
        tell(1, 5);
        try (Recording other = told.store().recording("stock")) {
            Made made = new Made(other.listener());
            made.resume(20);
        }
        tell(6, 9);
        same();
        assertThat(pages.list().size()).isEqualTo(9);
    }

    @Test
    void whatStaysOfWhatWasTrimmedIsInIt() throws IOException {
        Made made = new Made(told.listener());
        made.open("billing-sync");
        long held = made.grant("report-nightly");
        made.resume(5_000);
        told.keep(100);
        awaitSize(100, 110);
        assertThat(pages.list().before(new Place(1, 200)))
                .as("those of the open session and the held leases")
                .isPositive();
        made.release(held);
        made.resume(300);
        told.keep(50);
        awaitSize(50, 60);
    }

    @Test
    void whatStayedOfARunIsNotInItOnceTheRunEndedAndItWasTrimmed() throws IOException {
        Made made = new Made(told.listener());
        made.open("billing-sync");
        made.resume(5_000);
        told.keep(100);
        awaitSize(101, 110);
        told.restart();
        awaitSize(100, 100);
    }

    @Test
    void entryThatCannotBeReadIsAGapAmongThoseThatCan() throws Exception {
        tell(1, 5);
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + told.store().file());
                Statement damage = file.createStatement()) {
            damage.executeUpdate("UPDATE entry SET kind = 'no.such' WHERE number = 2");
            damage.executeUpdate("UPDATE entry SET detail = '{' WHERE number = 4");
        }
        List<StoredEntry> page = pages.read(pages.list(), 0, 5);
        assertThat(numbers(page)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(page.stream().map(StoredEntry::entry).filter(Entry.Missed.class::isInstance))
                .extracting(entry -> ((Entry.Missed) entry).why())
                .containsExactly(Entry.Missed.Why.UNREADABLE, Entry.Missed.Why.UNREADABLE);
    }

    @Test
    void pageIsReadByItsIndexAcrossStretches() throws IOException {
        tell(1, 5);
        told.miss(6, 40);
        tell(41, 50);
        EntryList list = pages.list();
        assertThat(numbers(pages.read(list, 3, 8))).containsExactly(4L, 5L, 40L, 41L, 42L);
        assertThat(pages.read(list, 3, 3)).isEmpty();
        assertThat(numbers(pages.read(list, 14, 99))).containsExactly(49L, 50L);
    }

    @Test
    void whatHadStayedGoesFromItWhenItIsTrimmedAtLast() throws Exception {
        Clock clock = Clock.fixed(Made.START.plusSeconds(5_000), ZoneOffset.UTC);
        Path file = folder.resolve("old.sqlite");
        try (HistoryStore store = HistoryStore.open(file, Options.usual().withClock(clock));
                HistoryReader old = store.reader()) {
            Recording recording = store.recording("orders");
            Made made = new Made(recording.listener());
            long held = made.open("billing-sync");
            made.resume(5_000);
            store.flush();
            store.retain(Retention.everything().withAge(Duration.ofSeconds(100)));
            EntryPages looked = new EntryPages(old, "orders");
            await().untilAsserted(() -> assertThat(looked.list().at(0)).isEqualTo(new Place(1, 1)));
            await().untilAsserted(() -> assertThat(looked.list().size()).isLessThan(200));
            made.release(held);
            store.flush();
            await().untilAsserted(
                            () ->
                                    assertThat(looked.list())
                                            .isEqualTo(new EntryPages(old, "orders").list()));
            await().untilAsserted(
                            () ->
                                    assertThat(looked.list().indexOf(new Place(1, held)))
                                            .as("the lease has ended, and its entries are gone")
                                            .isEqualTo(-1));
            recording.close();
            store.flush();
            await().untilAsserted(
                            () ->
                                    assertThat(looked.list().at(0).number())
                                            .as("the run has ended, and its session with it")
                                            .isGreaterThan(4_000));
        }
    }

    @Test
    void gapThatSaysMoreOrLessThanIsMissingHidesNoRow() throws Exception {
        tell(1, 5);
        told.miss(6, 40);
        tell(41, 50);
        told.miss(51, 60);
        tell(61, 70);
        for (String first : List.of("2", "30", "40", "-9")) {
            alter(
                    "UPDATE entry SET detail = json_set(detail, '$.first', json('%s'))"
                            + " WHERE kind = 'monitor.gap'",
                    first);
            pages = new EntryPages(reader, "orders");
            same();
        }
    }

    @Test
    void numbersThatAreMissingWithoutAGapAreNoRows() throws Exception {
        tell(1, 50);
        alter("UPDATE entry SET number = number + 5000000000 WHERE number > 20");
        alter("DELETE FROM entry WHERE number = 3");
        alter("UPDATE entry SET number = -7 WHERE number = 1");
        same();
    }

    @Test
    void numbersThatCannotBeCountedAreRefusedInASentence() throws Exception {
        tell(1, 3);
        alter("UPDATE run SET trimmed = -9223372036854775808");
        alter("UPDATE entry SET number = 9223372036854775807 WHERE number = 3");
        alter("UPDATE entry SET number = -9223372036854775807 WHERE number = 1");
        assertThatIOException()
                .isThrownBy(pages::list)
                .withMessageEndingWith("cannot be read: its numbers do not follow each other");
    }
}
