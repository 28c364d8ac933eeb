package leasehold.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import leasehold.history.HistoryPlace;
import leasehold.ui.fx.FxExecutor;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Theme;
import leasehold.ui.fx.Toolkit;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetsModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;

/** Puts the window together on the demo target, and shows it. */
final class Launch {

    private static final String PLACE = "leasehold.place";
    private static final String OPEN = "leasehold.open";

    private Launch() {}

    /** Opens the window, and recordings in it. */
    static void window(List<Path> files) {
        Words words = new Words(new Texts(Rooms.texts()), new Formats(Clock.systemDefaultZone()));
        FxExecutor fx = new FxExecutor();
        Records records = new Records(place(), words.texts(), fx);
        Targets targets =
                new Targets(
                        words,
                        fx,
                        System.getProperty("user.name", "operator"),
                        controller -> Optional.of(records.of(controller)));
        TargetsModel model = new TargetsModel(targets.demo());
        Backends backends = new Backends(targets, fx, model::add);
        MonitorWindow window = new MonitorWindow(model, backends, words, new Theme());
        window.show(
                new Stage(),
                () -> {
                    records.close();
                    Toolkit.end();
                });
        window.recordings().open(files);
        named(OPEN).map(Path::of).ifPresent(window.recordings()::open);
    }

    /** The property is for those who keep several records. */
    private static Path place() {
        return named(PLACE).map(Path::of).orElseGet(HistoryPlace::standard);
    }

    private static Optional<String> named(String property) {
        return Optional.ofNullable(System.getProperty(property)).filter(name -> !name.isBlank());
    }
}
