package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.model.TargetModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the record by the window. */
class ExportTest {

    @TempDir Path folder;

    private OpenWindow window;

    @BeforeEach
    void setUp() throws TimeoutException {
        window = new OpenWindow(980, 700, folder.resolve("record.leasehold"));
        window.awaitThat(() -> window.text("record-line").startsWith("Record "));
        window.press("ten-more");
        window.awaitCard("held by 10 leases");
    }

    @AfterEach
    void tearDown() {
        window.close();
    }

    @Test
    void evidenceForAColleagueTakesTwoClicks() throws IOException {
        Path file = answer("evidence.csv");
        window.inClicks(
                2,
                () -> {
                    window.press("export");
                    window.press("export-now");
                });
        window.awaitThat(() -> window.text("notice").endsWith(" entries written to " + file + "."));
        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(10);
        assertThat(open()).isFalse();
    }

    @Test
    void selectedLeaseIsWrittenAsCsv() throws IOException {
        OpenWindow.run(() -> window.table("lease-table").getSelectionModel().select(2));
        long id = OpenWindow.fx(() -> window.target().leases().selected().getFirst().lease().id());
        Path file = answer("lease.csv");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        window.press("export-selected");
        window.press("export-now");
        window.awaitThat(() -> !open());
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).contains("controller").contains("lease");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allMatch(line -> line.contains("," + id + ","));
    }

    @Test
    void whatCannotBeWrittenIsASentenceInTheDialog() {
        answer("missing/lease.csv");
        window.press("export");
        window.press("export-now");
        window.awaitThat(() -> window.text("export-failure").contains("there is no folder"));
        assertThat(open()).isTrue();
        assertThat(folder.resolve("missing")).doesNotExist();
        window.press("export-cancel");
        assertThat(open()).isFalse();
    }

    @Test
    void wrongTimeIsNamedAndKeepsTheButtonOff() {
        window.press("export");
        window.press("export-time");
        window.click("#export-from").write("soon");
        assertThat(window.text("export-times-wrong")).contains("'soon'");
        Node act = window.robot().lookup("#export-now").query();
        assertThat(OpenWindow.fx(act::isDisabled)).isTrue();
        window.erase(4).write("0:00");
        assertThat(OpenWindow.fx(act::isDisabled)).isFalse();
    }

    @Test
    void nothingIsWrittenIfNoFileIsNamed() {
        OpenWindow.run(() -> FileChoice.answer(window.scene().getWindow(), () -> null));
        window.press("export");
        window.press("export-now");
        assertThat(open()).isTrue();
        window.type(KeyCode.ESCAPE);
        assertThat(open()).isFalse();
    }

    @Test
    void exportEndsWithItsTarget() {
        TargetModel other = OpenWindow.fx(() -> window.connect("other", Map.of()));
        window.press("export");
        assertThat(open()).isTrue();
        OpenWindow.run(() -> window.targets().disconnect(other));
        assertThat(open()).isFalse();
    }

    @Test
    void exportEndsWithTheWindow() {
        window.press("export");
        Node dialog = window.robot().lookup("#export-dialog").query();
        window.askToClose();
        window.awaitThat(window::ended);
        assertThat(OpenWindow.fx(dialog::getScene)).isNull();
    }

    private Path answer(String name) {
        Path file = folder.resolve(name);
        OpenWindow.run(() -> FileChoice.answer(window.scene().getWindow(), file::toFile));
        return file;
    }

    private boolean open() {
        return window.robot().lookup("#export-dialog").tryQuery().isPresent();
    }
}
