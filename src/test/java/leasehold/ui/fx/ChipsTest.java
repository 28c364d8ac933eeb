package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.ToggleButton;
import leasehold.app.OpenWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** What chips say. */
class ChipsTest {

    private ToggleButton chip;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        chip = OpenWindow.fx(() -> new ToggleButton("Overdue"));
    }

    @Test
    void chipSaysHowManyRowsItWouldShowIfAny() {
        OpenWindow.run(() -> Chips.count(chip, 3));
        assertThat(chip.getText()).isEqualTo("Overdue 3");
        OpenWindow.run(() -> Chips.count(chip, 12));
        assertThat(chip.getText()).isEqualTo("Overdue 12");
        OpenWindow.run(() -> Chips.count(chip, 0));
        assertThat(chip.getText()).isEqualTo("Overdue");
    }

    @Test
    void whatIsWantedIsNamedWithoutTheCount() {
        OpenWindow.run(() -> Chips.count(chip, 3));
        OpenWindow.run(() -> chip.setSelected(true));
        assertThat(Chips.wanted(" bill ", chip)).isEqualTo("bill, Overdue");
    }
}
