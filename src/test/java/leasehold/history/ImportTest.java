package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was exported is taken into a record, whole or not at all. */
class ImportTest {

    @TempDir private Path folder;
    private Path record;
    private Path target;

    /**
     * Two runs of one controller with a gap, a lease that is held and a seam, and one of another.
     */
    @BeforeEach
    void fill() throws Exception {
        record = folder.resolve("record.sqlite");
        target = folder.resolve("home").resolve("target.sqlite");
        Files.createDirectory(folder.resolve("home"));
        try (HistoryStore store = HistoryStore.open(record)) {
            Made made = new Made(store.recording("orders").listener());
            made.open("billing-sync");
            made.miss(7);
            made.resume(2);
            new Tale(store.recording("stock").listener()).tell(1);
        }
        try (HistoryStore store = HistoryStore.open(record)) {
            Made made = new Made(store.recording("orders").listener());
            made.release(made.open("crm-bridge"));
            made.shutDown();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_LINES", "RECORDING"})
    void importedRecordIsTheSame(ExportFormat format) throws Exception {
        Path file = export(record, ExportOrder.of(format));
        Import.Result result = new Import(target).read(file, _ -> {});
        assertThat(result).isEqualTo(new Import.Result(3, Stored.entries(record).size(), 0));
        assertThat(Stored.runs(target)).isEqualTo(Stored.runs(record));
        assertThat(Stored.entries(target)).isEqualTo(Stored.entries(record));
        for (String table : List.of("snapshot", "run")) {
            String rows = "SELECT json_array(%s) FROM " + table;
            String columns = String.join(", ", Stored.query(record, columns(table)));
            assertThat(Stored.query(target, rows.formatted(columns)))
                    .isEqualTo(Stored.query(record, rows.formatted(columns)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_LINES", "RECORDING"})
    void runsTellFromWhereTheyCameAndWhen(ExportFormat format) throws Exception {
        Path file = export(record, ExportOrder.of(format));
        Clock noon = Clock.fixed(Made.START, ZoneOffset.UTC);
        new Import(target, noon).read(file, _ -> {});
        try (HistoryStore store = HistoryStore.open(target)) {
            new Made(store.recording("orders").listener()).resume(1);
        }
        Origin origin = new Origin(file.getFileName().toString(), Made.START);
        assertThat(origins(target)).isEqualTo(Map.of(1L, origin, 3L, origin));
        assertThat(origins(record)).as("where they were recorded").isEmpty();
        Path part = export(target, ExportOrder.of(ExportFormat.RECORDING).ofController("orders"));
        assertThat(origins(part)).as("in a recording of them").isEqualTo(origins(target));
    }

    private static Map<Long, Origin> origins(Path file) throws IOException {
        try (HistoryReader reader = new HistoryReader(file)) {
            EntryPages pages = new EntryPages(reader, "orders");
            pages.list();
            return pages.origins();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_LINES", "RECORDING"})
    void namesThatAreHiddenStayHidden(ExportFormat format) throws Exception {
        Path file = export(record, ExportOrder.of(format).hiding(true));
        new Import(target).read(file, _ -> {});
        assertThat(Files.readString(export(target, ExportOrder.of(ExportFormat.JSON_LINES))))
                .doesNotContain(Tale.USER, Tale.HOST, Tale.OPERATOR, "\"ann\"")
                .contains("user-", "host-");
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_LINES", "RECORDING"})
    void whatIsThereAlreadyIsNotDoubled(ExportFormat format) throws Exception {
        Path file = export(record, ExportOrder.of(format));
        new Import(target).read(file, _ -> {});
        List<StoredEntry> once = Stored.entries(target);
        assertThat(new Import(target).read(file, _ -> {})).isEqualTo(new Import.Result(0, 0, 3));
        assertThat(new Import(record).read(file, _ -> {})).isEqualTo(new Import.Result(0, 0, 3));
        assertThat(Stored.entries(target)).isEqualTo(once);
    }

    @Test
    void importedRunsStandBesideThoseOfTheRecord() throws Exception {
        try (HistoryStore store = HistoryStore.open(target)) {
            new Made(store.recording("own").listener()).resume(3);
        }
        new Import(target).read(export(record, ExportOrder.of(ExportFormat.RECORDING)), _ -> {});
        assertThat(Stored.runs(target))
                .extracting(Run::controller)
                .containsExactlyInAnyOrder("own", "orders", "stock", "orders");
        Entry.Seam seam =
                Stored.entries(target).stream()
                        .map(StoredEntry::entry)
                        .filter(Entry.Seam.class::isInstance)
                        .map(Entry.Seam.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(seam.former().id()).isEqualTo(2);
        assertThat(Stored.query(target, "SELECT DISTINCT run FROM entry ORDER BY run"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void recordGoesOnAfterItsNewestRunThoughAnOlderOneWasImportedSince() throws Exception {
        try (HistoryStore store = HistoryStore.open(target)) {
            new Tale(store.recording("orders").listener()).tell(1);
        }
        new Import(target).read(export(record, ExportOrder.of(ExportFormat.RECORDING)), _ -> {});
        try (HistoryStore store = HistoryStore.open(target)) {
            new Made(store.recording("orders").listener()).resume(1);
        }
        assertThat(Stored.entries(target, 5).getFirst())
                .isInstanceOfSatisfying(
                        Entry.Seam.class, seam -> assertThat(seam.former().id()).isEqualTo(1));
    }

    @Test
    void runThatGoesOnInTheFileEndsThereAsCut() throws Exception {
        Path open = folder.resolve("open.sqlite");
        Path file;
        try (HistoryStore store = HistoryStore.open(open)) {
            Made made = new Made(store.recording("demo").listener());
            made.open("billing-sync");
            store.flush();
            file = export(open, ExportOrder.of(ExportFormat.JSON_LINES));
            made.resume(4);
        }
        new Import(target).read(file, _ -> {});
        Run.End end = new Run.End(Run.Ending.CUT, Made.START.plusSeconds(3), 3, 1, 1);
        assertThat(Stored.runs(target).getFirst().end()).isEqualTo(Optional.of(end));
        assertThat(Stored.query(target, "SELECT count(*) FROM live_lease")).containsExactly("0");
        Path longer = export(open, ExportOrder.of(ExportFormat.RECORDING));
        refused(
                longer,
                "run 1 of 'demo' is in the record already, up to number 3, and here up to"
                        + " number 7; allowed is to import it into a new record");
    }

    @Test
    void partOfATimeIsImportedFromARecording() throws Exception {
        ExportRange range =
                new ExportRange(Optional.of(Tale.START.plusSeconds(3)), Optional.empty());
        Path file =
                export(
                        record,
                        ExportOrder.of(ExportFormat.RECORDING).ofController("stock").within(range));
        assertThat(new Import(target).read(file, _ -> {})).isEqualTo(new Import.Result(1, 4, 0));
        assertThat(Stored.query(target, "SELECT trimmed FROM run")).containsExactly("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5|\"number\":|\"number\":1|line 5: number is 11; allowed is 1, the next of run 1",
                "7|\"lease.granted\"|\"lease.gone\"|line 7: kind is \"lease.gone\"; allowed is a kind of event",
                "6|\"run\":1|\"run\":9|line 6: run is 9; allowed is one that was told of before, with its end",
                "6|\"run\":1|\"run\":1.5|line 6: run is 1.5; allowed is a whole number of 64 bits",
                "8|BEHIND|BEFORE|line 8: detail cannot be read: why is 'BEFORE'; allowed is one of [BEHIND, PACE, DISK, VANISHED, UNRECORDED, FAULT, UNREADABLE]",
                "5|\"givesUpAt\":\"2|\"givesUpAt\":\"x|line 5: detail cannot be read: givesUpAt is \"x025-06-03T14:00:31Z\"; allowed is a time",
                "9|\"leases\":[|\"leases\":{|line 9: it is '{",
                "9|\"state\":\"CLOSED|\"state\":\"SHUT|line 9: the snapshot cannot be read: state is 'SHUT'; allowed is one of [CLOSED, ",
                "9|\"number\":10|\"number\":9|line 9: a snapshot of run 1 has number 9; allowed is 10, the last before it",
                "1|\"last\":12|\"last\":13|line 25: run 1 is there up to number 12; allowed is 13, its end",
                "2|\"run\":2|\"run\":1|line 2: run 1 is told of twice",
                "2|\"time\":\"|\"time\":\"at-|line 2: time is \"at-2025-06-03T14:00:01Z\"; allowed is a time such as 2026-03-01T12:00:00Z",
                "2|\"time\":|\"when\":|line 2: time is missing; allowed is a time such as 2026-03-01T12:00:00Z",
                "7|\"kind\":|\"sort\":|line 7: kind is missing; allowed is a kind of event",
                "5|{|[{|line 5: it is '[{",
                "5|}|,|line 5: it is '{",
            })
    void lineThatIsNoneIsNamed(int number, String what, String instead, String why)
            throws Exception {
        Path file = export(record, ExportOrder.of(ExportFormat.JSON_LINES));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String line = lines.get(number - 1);
        assertThat(line).contains(what);
        lines.set(number - 1, line.replaceFirst(java.util.regex.Pattern.quote(what), instead));
        Files.write(file, lines);
        refused(file, why);
    }

    @Test
    void refusalIsOneLineThatReadsAsItStandsWhateverTheFileHas() throws Exception {
        Path file = folder.resolve("lines");
        for (String steering : List.of("\u2028", "\u2029", "\u0085", "\u202E", "\u2066")) {
            Files.writeString(file, "{" + steering + "}\n");
            assertThatExceptionOfType(HistoryRefusedException.class)
                    .isThrownBy(() -> new Import(folder.resolve("t")).read(file, _ -> {}))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(steering));
        }
        Files.writeString(file, "{\"run\":" + "\uD83D\uDD12".repeat(900) + "\n");
        refused(file, "line 1: ");
    }

    @Test
    void fileThatIsCutOffIsRefused() throws Exception {
        Path file = export(record, ExportOrder.of(ExportFormat.JSON_LINES));
        String all = Files.readString(file);
        Files.writeString(file, all.substring(0, all.length() - 20));
        refused(file, "allowed is a whole object of JSON");
        Files.writeString(file, all.substring(0, all.indexOf('\n', all.length() / 2) + 1));
        refused(file, "; allowed is ");
        Files.write(file, new byte[] {'{', (byte) 0xC3, '\n'});
        refused(file, "line 1: it is no text in UTF-8");
    }

    @Test
    void linesOfAPartAreRefusedForTheyDoNotTellHowItBegan() throws Exception {
        ExportSelection some = new ExportSelection.Positions(java.util.Set.of(2L));
        refused(
                export(record, ExportOrder.of(ExportFormat.JSON_LINES).selecting(some)),
                "line 1: run is 1; allowed is one that was told of before, with its end");
    }

    @Test
    void otherFormsAreRefusedWithWhatIsTaken() throws Exception {
        String allowed =
                ". Allowed are JSON lines of all of a record, or a recording: export it as one of them.";
        refused(
                export(record, ExportOrder.of(ExportFormat.CSV)),
                "is CSV, which has neither the monotonic times nor the snapshots of a record, and"
                        + " durations rounded"
                        + allowed);
        refused(
                Files.writeString(folder.resolve("page"), "<!doctype html>"),
                "is a report for a person" + allowed);
        refused(
                Files.writeString(folder.resolve("notes"), "buy milk"),
                "is no export of a record" + allowed);
        refused(Files.createFile(folder.resolve("empty")), "is no export of a record" + allowed);
        refused(folder, "is no file. Name one.");
    }

    @Test
    void lineThatWouldFillTheMemoryIsRefused() throws Exception {
        try (BoundedLines lines = new BoundedLines(new java.io.StringReader("ab\nabc"), 2)) {
            assertThat(lines.next()).contains("ab");
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                    .isThrownBy(lines::next)
                    .withMessage("it has more than 2 characters; allowed are so many");
        }
    }

    @Test
    void recordThatAnotherProgramWritesToIsNotImportedInto() throws Exception {
        Path file = export(record, ExportOrder.of(ExportFormat.JSON_LINES));
        try (HistoryStore store = HistoryStore.open(target)) {
            assertThatIOException()
                    .isThrownBy(() -> new Import(target).read(file, _ -> {}))
                    .withMessage(
                            target
                                    + " cannot be imported into. Another program writes to it: this"
                                    + " program itself.");
            assertThat(store.readOnly()).isEmpty();
        }
    }

    @Test
    void recordThatIsNoneIsRefusedAndLeftAsItIs() throws Exception {
        Path file = export(record, ExportOrder.of(ExportFormat.JSON_LINES));
        Files.writeString(target, "dear diary");
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> new Import(target).read(file, _ -> {}))
                .withMessageContaining("is no record of Leasehold");
        assertThat(target).hasContent("dear diary");
        assertThatIOException()
                .isThrownBy(() -> new Import(record).read(record, _ -> {}))
                .withMessage(record + " is the record itself. Name another file.");
        Path missing = folder.resolve("missing");
        assertThatIOException()
                .isThrownBy(() -> new Import(target).read(missing, _ -> {}))
                .withMessage("There is no file " + missing + ".");
    }

    @Test
    void cancelledImportLeavesNothingBehind() throws Exception {
        Path file = export(record, ExportOrder.of(ExportFormat.JSON_LINES));
        List<Long> told = new ArrayList<>();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(
                        () -> {
                            Thread.currentThread().interrupt();
                            new Import(target).read(file, told::add);
                        });
        assertThat(told).isEmpty();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(
                        () ->
                                new Import(target)
                                        .read(many(), _ -> Thread.currentThread().interrupt()));
        assertThat(Thread.interrupted()).isFalse();
        assertThat(Stored.names(target.getParent())).isEmpty();
        new Import(target).read(file, told::add);
        assertThat(told).containsExactly(0L, (long) Stored.entries(record).size());
    }

    /** More than is read at once. */
    private Path many() throws Exception {
        Path large = folder.resolve("large.sqlite");
        try (HistoryStore store = HistoryStore.open(large)) {
            new Made(store.recording("large").listener()).resume(2_000);
        }
        return export(large, ExportOrder.of(ExportFormat.RECORDING));
    }

    private static String columns(String table) {
        return "SELECT name FROM pragma_table_info('%s') WHERE name NOT IN ('source', 'imported')"
                .formatted(table);
    }

    /** Nothing changes, and nothing is made. */
    private void refused(Path file, String why) throws IOException {
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        List<String> names = Stored.names(folder);
        List<String> home = Stored.names(target.getParent());
        boolean made = Files.exists(target);
        List<StoredEntry> entries = made ? Stored.entries(target) : List.of();
        assertThatExceptionOfType(HistoryRefusedException.class)
                .isThrownBy(() -> new Import(target).read(file, _ -> {}))
                .withMessageStartingWith(file + " ")
                .withMessageContaining(why);
        assertThat(Stored.names(folder)).isEqualTo(names);
        assertThat(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0])
                .isEqualTo(before);
        assertThat(home).containsAll(Stored.names(target.getParent()));
        assertThat(made ? Stored.entries(target) : List.of()).isEqualTo(entries);
    }

    @Test
    void recordThatAnotherProgramWritesToLosesNothingThoughItsFileIsAway() throws Exception {
        Path file = export(record, ExportOrder.of(ExportFormat.JSON_LINES));
        Path away = folder.resolve("away");
        try (HistoryStore other = HistoryStore.open(target)) {
            new Made(other.recording("demo").listener()).resume(3);
            other.flush();
            Files.move(target, away);
            List<String> beside = Stored.names(target.getParent());
            assertThatIOException()
                    .isThrownBy(() -> new Import(target).read(file, _ -> {}))
                    .withMessageContaining("Another program writes to it");
            assertThat(Stored.names(target.getParent())).isEqualTo(beside).isNotEmpty();
            Files.move(away, target);
            assertThat(Stored.entries(target)).hasSize(3);
        }
    }

    private Path export(Path from, ExportOrder order) throws Exception {
        Path file = folder.resolve("out." + order.format());
        try (HistoryReader reader = new HistoryReader(from)) {
            new Export(reader, (_, _, _, _) -> {}).write(order, file, _ -> {});
        }
        return file;
    }
}
