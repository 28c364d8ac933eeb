package leasehold.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import leasehold.app.OpenWindow;
import leasehold.ui.model.RecordLine;
import leasehold.ui.model.RecordLine.Health;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxToolkit;

/** What the status bar says of the record, in a bare scene. */
class RecordStatusTest {

    private RecordStatus status;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        status = OpenWindow.fx(RecordStatus::new);
        OpenWindow.run(() -> new Scene(status));
    }

    @Test
    void troubleHasAnIconAlthoughAllWasWellBefore() {
        show(Health.WELL, "Record 82 kB");
        assertThat(icon()).isFalse();
        show(Health.FAIL, "Not recorded");
        assertThat(icon()).isTrue();
        show(Health.WARN, "Not recorded here");
        assertThat(icon()).isTrue();
        show(Health.WELL, "Record 90 kB");
        assertThat(icon()).isFalse();
    }

    private void show(Health health, String text) {
        OpenWindow.run(
                () -> {
                    status.show(new RecordLine(health, text, ""));
                    status.applyCss();
                    status.layout();
                });
    }

    /** Tells whether the label has it among what it draws. */
    private boolean icon() {
        Label said = (Label) status.lookup("#record-line");
        return OpenWindow.fx(
                () ->
                        said.getChildrenUnmodifiable().stream()
                                .anyMatch(part -> part instanceof FontIcon && part.isVisible()));
    }
}
