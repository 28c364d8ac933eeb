package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a list to choose from opens. */
class ListToChooseFromTest {

    /** The frame of the list, which it has only once it is shown. */
    private static final double FRAME = 12;

    private OpenWindow window;

    @BeforeEach
    void setUp() throws TimeoutException {
        window = new OpenWindow(960, 600);
    }

    @AfterEach
    void tearDown() {
        window.close();
    }

    /** By this height the toolkit decides whether there is room below. */
    @Test
    void listIsMeasuredForItsFirstOpeningAsHighAsItIsThen() {
        ComboBox<?> presets = window.robot().lookup("#scenario").queryComboBox();
        AtomicReference<Double> measured = new AtomicReference<>(0.0);
        OpenWindow.run(() -> presets.setOnShowing(_ -> measured.set(list(presets).prefHeight(-1))));
        window.press("scenario");
        window.awaitThat(() -> list(presets).getHeight() > 0);
        double shown = OpenWindow.fx(() -> list(presets).getHeight());
        assertThat(measured.get()).isPositive().isCloseTo(shown, within(FRAME));
    }

    private static Region list(ComboBox<?> choice) {
        return (Region) ((ComboBoxListViewSkin<?>) choice.getSkin()).getPopupContent();
    }
}
