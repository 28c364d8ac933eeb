package leasehold.app;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import leasehold.ui.fx.Theme.Mode;
import leasehold.ui.model.DetailsModel.Topic;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures that are looked at beside the design, into {@code target/pictures}. */
final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /** Brings a tab to the front, and selects one of its rows. */
    static void bring(OpenWindow window, Topic topic, String table, int row) {
        OpenWindow.run(() -> window.target().details().topic().set(topic));
        OpenWindow.run(
                () -> {
                    TableView<?> rows = window.table(table);
                    rows.requestFocus();
                    rows.getSelectionModel().select(row);
                });
    }

    /** Takes a picture in the light, and one in the dark. */
    static void both(OpenWindow window, String name) {
        take(window, name + "-light");
        OpenWindow.run(() -> window.theme().mode().set(Mode.DARK));
        take(window, name + "-dark");
        OpenWindow.run(() -> window.theme().mode().set(Mode.LIGHT));
    }

    /** Lets the window do what it does for a while. */
    static void rest(int seconds) {
        WaitForAsyncUtils.sleep(seconds, TimeUnit.SECONDS);
    }

    private static void take(OpenWindow window, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        Png.write(OpenWindow.fx(() -> Popups.over(window.scene())), FOLDER.resolve(name + ".png"));
    }
}
