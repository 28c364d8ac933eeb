package leasehold.ui.simulator;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import leasehold.simulation.Faults;
import leasehold.simulation.Preset;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Draft;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;

/** The simulator's page: the scenario that is prepared, in full. */
public final class SettingsController implements Disposable {

    private final SimulatorModel model;
    private final Texts texts;
    private final Bag bag = new Bag();
    private Optional<ScenarioFiles> files = Optional.empty();

    @FXML private Label title;
    @FXML private Label changed;
    @FXML private Hyperlink undo;
    @FXML private Label missed;
    @FXML private VBox replay;
    @FXML private VBox load;
    @FXML private Label force;
    @FXML private Label real;
    @FXML private VBox faults;
    @FXML private Label said;
    @FXML private Button save;
    @FXML private Button copy;

    /** Creates the page of a simulator. */
    public SettingsController(SimulatorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        ScenarioFiles made = new ScenarioFiles(model, texts, said);
        files = Optional.of(made);
        ReplayLines replayLines = new ReplayLines(model, texts, replay);
        LoadLines loadLines = new LoadLines(model, texts, load);
        FaultLines faultLines = new FaultLines(model, texts, faults);
        Nodes.show(real, !model.serverObeys());
        bag.add(
                model.draft()
                        .subscribe(
                                draft -> {
                                    loadLines.show(draft, replaying());
                                    head(draft);
                                    force(faultLines);
                                }));
        bag.add(
                model.replay()
                        .chosen()
                        .subscribe(
                                chosen -> {
                                    made.say("", false);
                                    replayLines.show(chosen);
                                    loadLines.show(model.draft().get(), replaying());
                                    head(model.draft().get());
                                }));
        bag.add(
                model.now()
                        .subscribe(
                                now -> {
                                    replayLines.show(now.visits());
                                    force(faultLines);
                                }));
    }

    @FXML
    private void undo() {
        model.reset();
    }

    @FXML
    private void clearFaults() {
        model.clearFaults();
    }

    @FXML
    private void save() {
        files.ifPresent(known -> known.save(title.getText()));
    }

    @FXML
    private void open() {
        files.ifPresent(ScenarioFiles::open);
    }

    @FXML
    private void replay() {
        files.ifPresent(ScenarioFiles::replay);
    }

    @FXML
    private void copy() {
        model.command().ifPresent(Columns::copy);
        files.ifPresent(known -> known.say(texts.get("simulator.copied"), false));
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void head(Draft draft) {
        Preset preset = model.preset().get();
        title.setText(preset == null ? model.file() : texts.word(preset));
        Nodes.show(changed, draft.changed());
        Nodes.show(undo, draft.changed());
        save.setDisable(draft.scenario().isEmpty() || replaying());
        copy.setDisable(draft.scenario().isEmpty());
    }

    private boolean replaying() {
        return model.replay().chosen().get().isPresent();
    }

    private void force(FaultLines lines) {
        Draft draft = model.draft().get();
        SimulatorModel.Now now = model.now().get();
        Faults written =
                draft.scenario().map(one -> model.obeyed(one.faults())).orElse(Faults.NONE);
        boolean inForce = now.faults().equals(written);
        lines.show(draft, inForce);
        force.setText(texts.get(inForce ? "simulator.inForce" : "simulator.fromStart"));
        Nodes.show(force, !written.equals(Faults.NONE));
        missed.setText(texts.get("simulator.missed", now.missed()));
        Nodes.show(missed, now.missed() > 0);
    }
}
