package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An export that hides hosts and users has none of their names, in no byte. */
class HiddenNamesTest {

    private static final List<String> NAMES = List.of("ivanova", "desk-3", "corp", "root_admin");
    private static final Pattern PSEUDONYM = Pattern.compile("(user|host)-[0-9a-f]{8}");

    /** A report that shows all that its reader reads. */
    private static final ExportReport ALL =
            (reader, _, to, _) -> to.write(reader.after(0, 1_000).toString());

    @TempDir Path folder;
    private Path record;

    @BeforeEach
    void fill() throws Exception {
        record = folder.resolve("record.leasehold");
        try (HistoryStore store = HistoryStore.open(record)) {
            Tale tale = new Tale(store.recording("orders on " + Tale.HOST).listener());
            tale.tell(1);
            tale.tell(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNameIsLeftInAnyByte(ExportFormat format) throws Exception {
        String bytes = hidden(format, "hidden");
        for (String name : NAMES) {
            assertThat(bytes.toLowerCase(Locale.ROOT)).doesNotContain(name);
        }
        assertThat(bytes).doesNotContain(Stored.query(record, "SELECT id FROM store").getFirst());
        assertThat(bytes).contains("db-01 refuses user-", "the annual balance", "sync-host-");
        assertThat(Stored.names(folder)).noneMatch(name -> name.contains(".part"));
    }

    @Test
    void oneNameHasOnePseudonymInEveryExportOfAStoreAndAnotherInOthers() throws Exception {
        TreeSet<String> names = pseudonyms(hidden(ExportFormat.CSV, "first"));
        assertThat(names).hasSize(3).filteredOn(name -> name.startsWith("host")).hasSize(1);
        assertThat(pseudonyms(hidden(ExportFormat.JSON_LINES, "second"))).isEqualTo(names);
        assertThat(pseudonyms(hidden(ExportFormat.RECORDING, "third"))).isEqualTo(names);
        Files.delete(record);
        fill();
        assertThat(pseudonyms(hidden(ExportFormat.CSV, "other")))
                .doesNotContainAnyElementsOf(names);
    }

    @Test
    void recordingWithoutNamesIsAStoreLikeAnother() throws Exception {
        hidden(ExportFormat.RECORDING, "copy.leasehold");
        Path copy = folder.resolve("copy.leasehold");
        assertThat(Stored.entries(copy)).hasSameSizeAs(Stored.entries(record));
        try (HistoryStore store = HistoryStore.open(copy)) {
            assertThat(store.readOnly()).isEmpty();
        }
        assertThat(Stored.runs(copy).getFirst().end())
                .isEqualTo(Stored.runs(record).getFirst().end());
    }

    @Test
    void wordsAreReplacedOnlyWhereTheyStandAlone() {
        Words words = new Words();
        words.put("ann", "user-1");
        words.put("ann-lee", "user-2");
        words.put("d", "user-3");
        assertThat(words.replacedIn("ANN met Ann-Lee and ann-leed: annual ann"))
                .isEqualTo("user-1 met user-2 and user-1-leed: annual user-1");
        assertThat(words.replacedIn("a \"d\" 🔒d\ud800")).isEqualTo("a \"user-3\" 🔒user-3\ud800");
        assertThat(words.replacedIn("")).isEmpty();
    }

    private String hidden(ExportFormat format, String name) throws Exception {
        Path file = folder.resolve(name);
        try (HistoryReader reader = new HistoryReader(record)) {
            new Export(reader, ALL).write(ExportOrder.of(format).hiding(true), file, _ -> {});
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static TreeSet<String> pseudonyms(String text) {
        return PSEUDONYM
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
