package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import leasehold.backend.SessionBackendProvider;
import leasehold.session.Holder;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

    private static final String FORMULA = "=HYPERLINK(\"http://evil\",\"click, me\")";

    private static final Set<String> JSON_FRAME = Set.of(JsonFrame.RUN, JsonFrame.SNAPSHOT);

    /** No process has this id. */
    private static final long NOBODY = 999_999_999;

    private static final ExportReport NO_REPORT = (_, _, _, _) -> {};

    @TempDir Path folder;
    private Path record;

    @BeforeEach
    void fill() throws Exception {
        record = folder.resolve("record.leasehold");
        try (HistoryStore store = HistoryStore.open(record);
                ServerSessionController controller =
                        ServerSessionController.over(
                                        SessionBackendProvider.named("simulated")
                                                .create(Map.of("openTakes", "0ms")))
                                .name("orders")
                                .policy(SessionPolicy.builder().linger(Duration.ZERO).build())
                                .build()) {
            store.record(controller);
            for (String client : List.of("billing-sync", FORMULA)) {
                SessionLease lease = controller.openSession(LeaseRequest.of(client));
                lease.close();
            }
        }
    }

    @Test
    void everyEntryIsALineOfCsv() throws Exception {
        Path file = folder.resolve("out.csv");
        long count = export(ExportRange.ALL, ExportFormat.CSV, file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize((int) count + 1);
        assertThat(lines.getFirst())
                .isEqualTo("run,controller,number,time,kind,session,lease,client,took_ms,detail");
        assertThat(lines)
                .anyMatch(line -> line.contains(",lease.granted,1,1,billing-sync,"))
                .anyMatch(line -> line.startsWith("1,orders,1,"));
    }

    @Test
    void cellThatASpreadsheetWouldRunIsMadeHarmless() throws Exception {
        Path file = folder.resolve("out.csv");
        export(ExportRange.ALL, ExportFormat.CSV, file);
        assertThat(Files.readString(file))
                .contains(",\"'=HYPERLINK(\"\"http://evil\"\",\"\"click, me\"\")\",")
                .doesNotContain(",\"=HYPERLINK")
                .doesNotContain(",=HYPERLINK");
        assertThat(CsvLines.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(CsvLines.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvLines.cell("plain")).isEqualTo("plain");
    }

    @Test
    void everyEntryIsAnObjectOfJson() throws Exception {
        Path file = folder.resolve("out.jsonl");
        long count = export(ExportRange.ALL, ExportFormat.JSON_LINES, file);
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines)
                .filteredOn(line -> !JSON_FRAME.contains(line.get("kind").asString()))
                .hasSize((int) count);
        assertThat(lines)
                .filteredOn(line -> JSON_FRAME.contains(line.get("kind").asString()))
                .hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.get("kind").asString().equals("lease.granted"))
                .extracting(line -> line.get("client").asString())
                .containsExactly("billing-sync", FORMULA);
    }

    @Test
    void recordingIsAStoreWithTheSameEntries() throws Exception {
        Path file = folder.resolve("copy.leasehold");
        long count = export(ExportRange.ALL, ExportFormat.RECORDING, file);
        try (HistoryStore copy = HistoryStore.open(file);
                HistoryReader ours = copy.reader();
                HistoryReader theirs = new HistoryReader(record)) {
            assertThat(ours.count()).isEqualTo(count);
            assertThat(ours.after(0, 1_000)).isEqualTo(theirs.after(0, 1_000));
        }
    }

    @Test
    void rangeOfTimeIsObeyedAndMustBeOne() throws Exception {
        Path file = folder.resolve("none.csv");
        Instant later = Instant.now().plusSeconds(3_600);
        ExportRange future = new ExportRange(Optional.of(later), Optional.empty());
        assertThat(export(future, ExportFormat.CSV, file)).isZero();
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ExportRange(
                                        Optional.of(later), Optional.of(later.minusSeconds(1))))
                .withMessageStartingWith("from is " + later);
    }

    @Test
    void fileKeepsWhatItHadWhenTheExportFailsOrIsCancelled() throws Exception {
        Path file = folder.resolve("kept.csv");
        Files.writeString(file, "before");
        Thread.currentThread().interrupt();
        try (HistoryReader reader = new HistoryReader(record)) {
            Export export = new Export(reader, NO_REPORT);
            ExportOrder order = ExportOrder.of(ExportFormat.CSV);
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> export.write(order, file, _ -> {}));
            Path nowhere = folder.resolve("missing").resolve("out.csv");
            assertThatThrownBy(() -> export.write(order, nowhere, _ -> {}))
                    .isInstanceOf(IOException.class);
        }
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void fileKeepsWhatItHadWhenTheExportIsCancelledAtItsEnd(ExportFormat format) throws Exception {
        Path file = folder.resolve("kept");
        Files.writeString(file, "before");
        try (HistoryReader reader = new HistoryReader(record)) {
            Export export = new Export(reader, NO_REPORT);
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(
                            () ->
                                    export.write(
                                            ExportOrder.of(format),
                                            file,
                                            _ -> Thread.currentThread().interrupt()));
        }
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void twoExportsToOneFileDoNotWriteIntoEachOther(ExportFormat format) throws Exception {
        Path file = folder.resolve("twice");
        AtomicBoolean begun = new AtomicBoolean();
        try (HistoryReader reader = new HistoryReader(record)) {
            new Export(reader, NO_REPORT)
                    .write(
                            ExportOrder.of(format),
                            file,
                            _ -> {
                                if (begun.compareAndSet(false, true)) {
                                    exportAll(format, file);
                                    assertThat(file).exists();
                                }
                            });
        }
        byte[] last = Files.readAllBytes(file);
        exportAll(format, file);
        assertThat(file).hasBinaryContent(last);
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void whatAKilledExportLeftIsClearedByTheNextToThatFile() throws Exception {
        String start = "out.csv.%08x-".formatted(Holder.thisHost().hashCode());
        for (long process : new long[] {NOBODY, ProcessHandle.current().pid()}) {
            Files.writeString(folder.resolve(start + process + ".part"), "half of");
            Files.writeString(folder.resolve(start + process + "-1.part.names"), "half of");
        }
        export(ExportRange.ALL, ExportFormat.CSV, folder.resolve("out.csv"));
        assertThat(Stored.names(folder))
                .filteredOn(name -> name.startsWith("out"))
                .containsExactly("out.csv");
    }

    @Test
    void recordAndWhatBelongsToItAreNotReplaced() throws Exception {
        try (HistoryStore store = HistoryStore.open(record)) {
            store.recording("stock");
            for (String ending : List.of("", "-wal", "-shm", "-journal", ".lock")) {
                Path file = folder.resolve(".").resolve("record.leasehold" + ending);
                assertThatIOException()
                        .isThrownBy(() -> export(ExportRange.ALL, ExportFormat.CSV, file))
                        .withMessageStartingWith(file.toString())
                        .withMessageContaining(ending.isEmpty() ? "record itself" : "belongs to");
            }
        }
        assertThat(folder.resolve("record.leasehold-journal")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkStaysAndWhatItLeadsToIsReplaced() throws Exception {
        Path target = Files.writeString(folder.resolve("target.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
        export(ExportRange.ALL, ExportFormat.CSV, link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).content().startsWith(CsvLines.HEAD);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deviceIsNotReplacedByAFile() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("out.csv"), Path.of("/dev/null"));
        for (Path device : List.of(link, Path.of("/dev/null"))) {
            assertThatIOException()
                    .isThrownBy(() -> export(ExportRange.ALL, ExportFormat.CSV, device))
                    .withMessage(device + " is a device or the like. Name a file.");
        }
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void whatIsNoneOfOursOrStillWrittenStaysBesideAnExport() throws Exception {
        String here = "%08x".formatted(Holder.thisHost().hashCode());
        String there = "%08x".formatted(~Holder.thisHost().hashCode());
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        List<String> others =
                List.of(
                        "out.csv.part",
                        "out.csv.1.part",
                        "out.csv." + here + "-" + living + ".part",
                        "out.csv." + there + "-" + NOBODY + ".part",
                        "out.csv2." + here + "-" + NOBODY + ".part",
                        "out.csv." + here + "-" + NOBODY + ".partial");
        for (String other : others) {
            Files.writeString(folder.resolve(other), "mine");
        }
        export(ExportRange.ALL, ExportFormat.CSV, folder.resolve("out.csv"));
        for (String other : others) {
            assertThat(folder.resolve(other)).hasContent("mine");
        }
    }

    private void exportAll(ExportFormat format, Path file) {
        try {
            export(ExportRange.ALL, format, file);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long export(ExportRange range, ExportFormat format, Path file) throws Exception {
        try (HistoryReader reader = new HistoryReader(record)) {
            return new Export(reader, NO_REPORT)
                    .write(ExportOrder.of(format).within(range), file, _ -> {});
        }
    }
}
