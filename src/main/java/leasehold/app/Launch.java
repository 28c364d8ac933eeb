package leasehold.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.stage.Stage;
import leasehold.cli.Opening;
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

    private Launch() {}

    /** Opens the window as it is asked for. */
    static void window(Opening opening) {
        Words words = new Words(new Texts(Rooms.texts()), new Formats(Clock.systemDefaultZone()));
        FxExecutor fx = new FxExecutor();
        Records records = records(opening, words, fx);
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
        window.recordings().open(opening.recordings());
    }

    private static Records records(Opening opening, Words words, FxExecutor fx) {
        Path file = opening.record().orElseGet(HistoryPlace::standard);
        return new Records(file, opening.retention(), words.texts(), fx);
    }
}
