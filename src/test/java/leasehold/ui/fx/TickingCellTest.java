package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Durations tick once a second, in the cells that show one and that somebody can see. */
class TickingCellTest {

    private final ReadOnlyLongWrapper second = new ReadOnlyLongWrapper();
    private final List<String> painted = new ArrayList<>();

    @BeforeEach
    void begin() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** Records that begin with a plus grow older. */
    private final class Aging extends TickingCell<String, String> {

        Aging() {
            super(second.getReadOnlyProperty());
        }

        @Override
        protected boolean ticks(String value) {
            return value.startsWith("+");
        }

        @Override
        protected void paint(String value) {
            painted.add(value + " at " + second.get());
        }
    }

    @Test
    void cellIsPaintedOnceASecondAndOnlyForTheRecordThatIsInIt() throws Exception {
        WaitForAsyncUtils.asyncFx(this::tick).get();
    }

    private void tick() {
        Aging cell = new Aging();
        cell.updateItem("+a", false);
        beats(1);
        beats(2);
        assertThat(painted).containsExactly("+a at 0", "+a at 1", "+a at 2");
        painted.clear();
        cell.updateItem("+b", false);
        beats(3);
        assertThat(painted).containsExactly("+b at 2", "+b at 3");
        painted.clear();
        cell.updateItem("over", false);
        beats(4);
        assertThat(painted).containsExactly("over at 3");
        painted.clear();
        cell.updateItem("+c", false);
        cell.updateItem(null, true);
        beats(5);
        assertThat(painted).as("a cell of no row").containsExactly("+c at 4");
    }

    /** There are ten beats a second; the clock of the cells says the same in all of them. */
    private void beats(long at) {
        for (int beat = 0; beat < 10; beat++) {
            second.set(at);
        }
    }
}
