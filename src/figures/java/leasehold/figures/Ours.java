package leasehold.figures;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import leasehold.app.MonitorWindow;
import leasehold.history.HistoryStore;
import leasehold.monitor.Counters;
import leasehold.monitor.Target;
import leasehold.session.ServerSessionController;
import leasehold.ui.fx.FxExecutor;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Theme;
import leasehold.ui.model.Connector;
import leasehold.ui.model.Formats;
import leasehold.ui.model.RecordModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;

/** The window of this project, on one target. */
final class Ours implements Subject {

    /** The name of the record in its folder. */
    static final String RECORD = "load.sqlite";

    private final Path folder;
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final CompletableFuture<HistoryStore> store;
    private final TargetModel target;
    private final MonitorWindow window;
    private Optional<Stage> stage = Optional.empty();

    Ours(ServerSessionController controller) {
        this(controller, folder());
    }

    /** Takes the folder in which the record is, or is begun. */
    Ours(ServerSessionController controller, Path folder) {
        this.folder = folder;
        store = CompletableFuture.supplyAsync(() -> open(folder.resolve(RECORD)), background);
        Words words = new Words(new Texts(Rooms.texts()), new Formats(Clock.systemDefaultZone()));
        target =
                new TargetModel(
                        new Target(controller.name(), Target.Kind.TEST, controller, "operator"),
                        Duration.ofMinutes(10),
                        Optional.empty(),
                        Optional.of(record(controller, words)),
                        words,
                        new FxExecutor());
        window = new MonitorWindow(new TargetsModel(target), new Nothing(), words, new Theme());
    }

    /**
     * Recorded as it would be, also while the record is opened, or the events would cost nothing.
     */
    private RecordModel record(ServerSessionController controller, Words words) {
        CompletableFuture<HistoryStore> recording = HistoryStore.record(store, controller);
        return new RecordModel(recording, recording, words.texts(), background, new FxExecutor());
    }

    @Override
    public void show(Stage shown) {
        stage = Optional.of(shown);
        window.show(shown, () -> {});
    }

    @Override
    public TableView<?> table() {
        return (TableView<?>) stage.orElseThrow().getScene().lookup("#lease-table");
    }

    @Override
    public TextField filter() {
        return (TextField) stage.orElseThrow().getScene().lookup("#filter");
    }

    @Override
    public long counted() {
        Counters counters = target.status().counters().get();
        return counters.events() + counters.missed();
    }

    @Override
    public long held() {
        return target.status().counters().get().ledger().held();
    }

    @Override
    public void close() {
        stage.ifPresent(Stage::hide);
        window.close();
        target.target().close();
        store.join().close();
        background.shutdownNow();
        delete(folder.toFile());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("leasehold-figures-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HistoryStore open(Path file) {
        try {
            return HistoryStore.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(File folder) {
        for (File file : Objects.requireNonNull(folder.listFiles(), "files")) {
            file.delete();
        }
        folder.delete();
    }

    /** Connects to nothing: the run has one target. */
    private static final class Nothing implements Connector {

        @Override
        public List<Kind> kinds() {
            return List.of();
        }

        @Override
        public Optional<Refusal> connect(Wish wish) {
            throw new UnsupportedOperationException("there is one target only");
        }

        @Override
        public Trial test(Wish wish, Consumer<? super Outcome> done) {
            throw new UnsupportedOperationException("there is one target only");
        }
    }
}
