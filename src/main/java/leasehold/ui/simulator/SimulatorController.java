package leasehold.ui.simulator;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import leasehold.simulation.Preset;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The simulator's strip: clients by hand, and scenarios. Seen on every tab, with its effect. */
public final class SimulatorController implements Disposable {

    private final SimulatorModel model;
    private final Texts texts;
    private final Bag bag = new Bag();

    @FXML private Label clients;
    @FXML private ComboBox<Preset> presets;
    @FXML private Button start;
    @FXML private FontIcon startIcon;
    @FXML private HBox faults;
    @FXML private Label faultsText;

    /** Creates the strip of a simulator. */
    public SimulatorController(SimulatorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        presets.setConverter(new Titles());
        presets.getItems().setAll(model.presets());
        presets.valueProperty().bindBidirectional(model.preset());
        bag.add(() -> presets.valueProperty().unbindBidirectional(model.preset()));
        bag.add(model.clients().subscribe(n -> clients.setText(n.toString())));
        bag.add(model.running().subscribe(_ -> run()));
        bag.add(model.preset().subscribe(_ -> run()));
    }

    @FXML
    private void tenLess() {
        model.change(-10);
    }

    @FXML
    private void oneLess() {
        model.change(-1);
    }

    @FXML
    private void oneMore() {
        model.change(1);
    }

    @FXML
    private void tenMore() {
        model.change(10);
    }

    @FXML
    private void releaseAll() {
        model.releaseAll();
    }

    @FXML
    private void toggle() {
        model.toggle();
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void run() {
        boolean running = model.running().get();
        start.setText(texts.get(running ? "simulator.stop" : "simulator.start"));
        startIcon.setIconLiteral(running ? "ci-stop-filled" : "ci-play-filled-alt");
        presets.setDisable(running);
        Nodes.mark(faults, "active", running);
        faultsText.setText(texts.hint(model.preset().get()));
    }

    private final class Titles extends StringConverter<Preset> {

        @Override
        public String toString(Preset preset) {
            return preset == null ? "" : texts.word(preset);
        }

        @Override
        public Preset fromString(String title) {
            throw new UnsupportedOperationException("presets are chosen, not typed");
        }
    }
}
