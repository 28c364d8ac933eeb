package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A cell is used for one row after the other, and for none. */
class RecordCellTest {

    @BeforeEach
    void begin() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** A cell with a mark beside some records. */
    private static final class Marked extends RecordCell<String, String> {

        private final Node mark = new Rectangle();
        private final Tooltip hint = new Tooltip("marked");

        @Override
        protected void show(String value) {
            boolean marked = value.startsWith("!");
            setText(value);
            setGraphic(marked ? mark : null);
            setTooltip(marked ? hint : null);
        }
    }

    @Test
    void cellShowsNothingOfTheRecordsBeforeThatOfItsRow() throws Exception {
        WaitForAsyncUtils.asyncFx(this::useForOneAfterTheOther).get();
    }

    private void useForOneAfterTheOther() {
        Random random = new Random(7);
        Marked cell = new Marked();
        List<@Nullable String> used = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            @Nullable String value =
                    switch (random.nextInt(3)) {
                        case 0 -> null;
                        case 1 -> "!" + i;
                        default -> "" + i;
                    };
            used.add(value);
            cell.updateItem(value, value == null && random.nextBoolean());
            boolean marked = value != null && value.startsWith("!");
            boolean seen = cell.getGraphic() != null && cell.getGraphic().isVisible();
            assertThat(seen).as("mark after %s", used).isEqualTo(marked);
            assertThat(cell.getText()).as("text after %s", used).isEqualTo(value);
            assertThat(cell.getTooltip() != null).as("hint after %s", used).isEqualTo(marked);
        }
    }
}
