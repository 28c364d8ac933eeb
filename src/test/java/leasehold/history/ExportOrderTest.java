package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is ordered is what is in the file. */
class ExportOrderTest {

    private static final ExportOrder LINES = ExportOrder.of(ExportFormat.JSON_LINES);
    private static final ExportOrder RECORDING = ExportOrder.of(ExportFormat.RECORDING);

    @TempDir Path folder;
    private Path record;

    /** Two controllers, each told of two sessions: events 1 to 6, and 7 to 12. */
    @BeforeEach
    void fill() throws Exception {
        record = folder.resolve("record.leasehold");
        try (HistoryStore store = HistoryStore.open(record)) {
            for (String controller : List.of("orders", "stock")) {
                Tale tale = new Tale(store.recording(controller).listener());
                tale.tell(1);
                tale.tell(2);
            }
            store.flush();
        }
    }

    @Test
    void oneControllerIsItsEntries() throws Exception {
        assertThat(lines(LINES.ofController("stock")))
                .filteredOn(line -> line.has("nanos") && !line.has("state"))
                .hasSize(12)
                .allMatch(line -> line.get("controller").asString().equals("stock"));
        assertThat(lines(LINES.ofController("nobody"))).isEmpty();
    }

    @Test
    void selectionIsThePositionsOrPlacesOrWhatMatches() throws Exception {
        assertThat(numbers(new ExportSelection.Positions(Set.of(2L, 5L)))).containsExactly(2L, 5L);
        assertThat(numbers(new ExportSelection.Positions(Set.of()))).isEmpty();
        EntryList places = EntryList.ofPlaces(List.of(new Place(2, 3), new Place(2, 9)));
        assertThat(numbers(new ExportSelection.Places(places))).containsExactly(3L, 9L);
        EntryList imported =
                EntryList.of(
                        RunOrder.of(List.of(2L, 1L)),
                        List.of(new EntryList.Stretch(2, 9, 9), new EntryList.Stretch(1, 2, 2)));
        assertThat(numbers(new ExportSelection.Places(imported)))
                .as("though their runs were stored the other way round")
                .containsExactlyInAnyOrder(9L, 2L);
        assertThat(numbers(new ExportSelection.Places(EntryList.EMPTY))).isEmpty();
        assertThat(lines(LINES.selecting(matching(OptionalLong.of(4), Set.of()))))
                .extracting(line -> line.get("kind").asString())
                .containsExactly(
                        "lease.granted", "operator.revoked", "lease.granted", "operator.revoked");
        assertThat(
                        lines(
                                LINES.ofController("orders")
                                        .selecting(
                                                matching(
                                                        OptionalLong.empty(),
                                                        Set.of(EventKind.SESSION_OPENED)))))
                .extracting(line -> line.get("session").asLong())
                .containsExactly(1L, 2L);
    }

    @Test
    void recordingOfAControllerHasNothingOfAnother() throws Exception {
        Path file = export(RECORDING.ofController("stock"));
        assertThat(Stored.runs(file)).extracting(Run::controller).containsExactly("stock");
        assertThat(Stored.entries(file))
                .isEqualTo(Stored.entries(record).stream().filter(e -> e.run() == 2).toList());
    }

    @Test
    void recordingOfATimeSaysWhereItBeginsAndEnds() throws Exception {
        Path file = export(RECORDING.within(seconds(3, 10)).ofController("orders"));
        assertThat(Stored.entries(file))
                .extracting(stored -> stored.entry().number())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        Run.End end = Stored.runs(file).getFirst().end().orElseThrow();
        assertThat(end)
                .isEqualTo(new Run.End(Run.Ending.CLOSED, Tale.START.plusSeconds(9), 9, 0, 1));
        assertThat(Stored.query(file, "SELECT trimmed FROM run")).containsExactly("2");
        Path held = export(RECORDING.within(seconds(0, 11)).ofController("orders"));
        assertThat(Stored.runs(held).getFirst().end().orElseThrow().held()).isEqualTo(1);
    }

    @Test
    void recordingOfATimeKeepsWhatStillLives() throws Exception {
        Path open = folder.resolve("open.leasehold");
        try (HistoryStore store = HistoryStore.open(open)) {
            Made made = new Made(store.recording("demo").listener());
            long lease = made.open("early");
            made.resume(20);
            store.flush();
            record = open;
            Path file = export(RECORDING.within(seconds(10, 1_000)));
            assertThat(Stored.query(file, "SELECT lease FROM live_lease"))
                    .containsExactly(String.valueOf(lease));
            assertThat(Stored.entries(file))
                    .extracting(stored -> EventKind.of(stored.entry()))
                    .startsWith(
                            EventKind.SESSION_OPENING,
                            EventKind.SESSION_OPENED,
                            EventKind.LEASE_GRANTED,
                            EventKind.SESSION_RESUMED)
                    .hasSize(3 + 14);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "RECORDING"})
    void selectionIsRefusedWhereAllIsWritten(ExportFormat format) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ExportOrder.of(format)
                                        .selecting(new ExportSelection.Positions(Set.of(1L))))
                .withMessage("format is %s; allowed with a selection is CSV or JSON_LINES", format);
    }

    @ParameterizedTest
    @EnumSource
    void cancelledExportLeavesNothingBehind(ExportFormat format) throws Exception {
        for (boolean hidden : new boolean[] {false, true}) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> export(ExportOrder.of(format).hiding(hidden)));
            assertThat(Thread.interrupted()).isFalse();
            assertThat(Stored.names(folder)).noneMatch(name -> name.startsWith("out"));
        }
    }

    @Test
    void placesThatCannotBeWrittenToAreNamedInASentence() throws Exception {
        try (HistoryReader reader = new HistoryReader(record)) {
            Export export = new Export(reader, (_, _, _, _) -> {});
            Path missing = folder.resolve("missing");
            assertThatIOException()
                    .isThrownBy(() -> export.write(LINES, missing.resolve("out"), _ -> {}))
                    .withMessageEndingWith("there is no folder " + missing + ". Make it.");
            assertThatIOException()
                    .isThrownBy(() -> export.write(LINES, folder, _ -> {}))
                    .withMessage(folder + " is a folder. Name a file.");
            assertThatIOException()
                    .isThrownBy(() -> export.write(RECORDING, record, _ -> {}))
                    .withMessage(record + " is the record itself. Name another file.");
        }
    }

    @Test
    void progressTellsHowManyEntriesAreWritten() throws Exception {
        List<Long> told = new ArrayList<>();
        try (HistoryReader reader = new HistoryReader(record)) {
            new Export(reader, (_, _, _, _) -> {}).write(LINES, folder.resolve("out"), told::add);
        }
        assertThat(told).containsExactly(0L, 24L);
    }

    private static ExportRange seconds(int from, int until) {
        return new ExportRange(second(from), second(until));
    }

    private static Optional<Instant> second(int number) {
        return Optional.of(Tale.START.plusSeconds(number));
    }

    private static ExportSelection matching(OptionalLong lease, Set<EventKind> kinds) {
        return new ExportSelection.Matching(lease, OptionalLong.empty(), kinds, Optional.empty());
    }

    private List<Long> numbers(ExportSelection selection) throws Exception {
        return lines(LINES.selecting(selection)).stream()
                .map(line -> line.get("number").asLong())
                .toList();
    }

    private List<JsonNode> lines(ExportOrder order) throws Exception {
        return Files.readAllLines(export(order)).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private Path export(ExportOrder order) throws Exception {
        Path file = folder.resolve("out");
        try (HistoryReader reader = new HistoryReader(record)) {
            new Export(reader, (_, _, _, _) -> {}).write(order, file, _ -> {});
        }
        return file;
    }
}
