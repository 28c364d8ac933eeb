package leasehold.ui.simulator;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import leasehold.simulation.Preset;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Draft;
import leasehold.ui.model.FaultWords;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.SimulatorModel.Mode;
import leasehold.ui.model.SimulatorModel.Visits;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** The simulator's strip: clients by hand, and scenarios. Seen on every tab, with its effect. */
public final class SimulatorController implements Disposable {

    private final TargetModel target;
    private final SimulatorModel model;
    private final Texts texts;
    private final FaultWords words;
    private final Bag bag = new Bag();
    private final Tooltip stepHelp = new Tooltip();

    @FXML private Label clients;
    @FXML private ComboBox<Preset> presets;
    @FXML private Button start;
    @FXML private FontIcon startIcon;
    @FXML private HBox stepPlace;
    @FXML private Button step;
    @FXML private HBox faults;
    @FXML private FontIcon faultsIcon;
    @FXML private Label faultsText;

    /** Creates the strip of a target that has simulated clients. */
    public SimulatorController(TargetModel target) {
        this.target = target;
        model = target.simulator().orElseThrow();
        texts = target.words().texts();
        words = new FaultWords(texts);
    }

    @FXML
    private void initialize() {
        presets.setConverter(new ConstantWords<>(texts));
        presets.setCellFactory(_ -> new PresetCell(texts, model::pick));
        presets.getItems().setAll(model.presets());
        presets.valueProperty().bindBidirectional(model.preset());
        bag.add(() -> presets.valueProperty().unbindBidirectional(model.preset()));
        // On the place of the button, for a disabled one shows no tooltip.
        Tooltip.install(stepPlace, stepHelp);
        step.accessibleHelpProperty().bind(stepHelp.textProperty());
        start.accessibleTextProperty().bind(start.textProperty());
        bag.add(model.clients().subscribe(n -> clients.setText(n.toString())));
        bag.add(model.now().subscribe(_ -> run()));
        bag.add(model.draft().subscribe(_ -> run()));
        bag.add(model.replay().chosen().subscribe(_ -> run()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(faultsText.textProperty());
        faultsText
                .tooltipProperty()
                .bind(
                        Bindings.when(faultsText.textTruncatedProperty())
                                .then(whole)
                                .otherwise((Tooltip) null));
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
        target.acts().releaseAll();
    }

    @FXML
    private void toggle() {
        model.toggle();
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void settings() {
        model.settings().set(true);
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void run() {
        Mode mode = model.now().get().mode();
        Draft draft = model.draft().get();
        boolean idle = mode == Mode.IDLE;
        start.setText(texts.get(idle ? "simulator.start" : "simulator.stop"));
        startIcon.setIconLiteral(idle ? "ci-play-filled-alt" : "ci-stop-filled");
        start.setDisable(idle && draft.scenario().isEmpty());
        step.setDisable(mode == Mode.RUNNING || start.isDisabled());
        String why = mode == Mode.RUNNING ? "simulator.step.running" : "simulator.step";
        stepHelp.setText(texts.get(start.isDisabled() ? "simulator.flawed" : why));
        presets.setDisable(!idle);
        presets.setPromptText(model.file());
        String wrong = words.of(model.now().get().faults());
        Nodes.mark(faults, "active", !wrong.isEmpty());
        Nodes.show(faultsIcon, !wrong.isEmpty());
        faultsText.setText(wrong.isEmpty() ? hint() : wrong);
    }

    private String hint() {
        Visits visits = model.now().get().visits();
        if (visits.all() > 0) {
            return texts.get("simulator.replay.visits", visits.begun(), visits.all());
        }
        Preset preset = model.preset().get();
        return preset == null || model.draft().get().changed() ? "" : texts.hint(preset);
    }
}
