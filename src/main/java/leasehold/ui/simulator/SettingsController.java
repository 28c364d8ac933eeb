package leasehold.ui.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import leasehold.simulation.Faults;
import leasehold.simulation.Preset;
import leasehold.simulation.ScenarioFile;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Draft;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;

/** The simulator's page: the scenario that is prepared, in full. */
public final class SettingsController implements Disposable {

    private final SimulatorModel model;
    private final Texts texts;
    private final FileChoice files;
    private final Bag bag = new Bag();

    @FXML private Label title;
    @FXML private Label changed;
    @FXML private Hyperlink undo;
    @FXML private Label missed;
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
        files = new FileChoice(texts.get("simulator.files"), ScenarioFile.ENDING);
    }

    @FXML
    private void initialize() {
        LoadLines loadLines = new LoadLines(model, texts, load);
        FaultLines faultLines = new FaultLines(model, texts, faults);
        Nodes.show(real, !model.serverObeys());
        say("", false);
        bag.add(
                model.draft()
                        .subscribe(
                                draft -> {
                                    loadLines.show(draft);
                                    head(draft);
                                    force(faultLines);
                                }));
        bag.add(model.now().subscribe(_ -> force(faultLines)));
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
        files.save(save, title.getText() + ScenarioFile.ENDING)
                .ifPresent(file -> with(file, () -> model.save(file), "simulator.saved"));
    }

    @FXML
    private void open() {
        files.open(save).ifPresent(this::open);
    }

    /** Takes the scenario of a file, or says why it cannot. */
    void open(Path file) {
        with(file, () -> model.open(file), "simulator.opened");
    }

    @FXML
    private void copy() {
        model.command().ifPresent(Columns::copy);
        say(texts.get("simulator.copied"), false);
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
        save.setDisable(draft.scenario().isEmpty());
        copy.setDisable(draft.scenario().isEmpty());
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

    private interface Work {
        void run() throws IOException;
    }

    private void with(Path file, Work work, String done) {
        Object name = Optional.ofNullable(file.getFileName()).orElse(file);
        try {
            work.run();
            say(texts.get(done, name), false);
        } catch (IOException | IllegalArgumentException e) {
            say(texts.get("simulator.refused", name, String.valueOf(e.getMessage())), true);
        }
    }

    private void say(String text, boolean wrong) {
        said.setText(text);
        Nodes.show(said, !text.isEmpty());
        Nodes.mark(said, "st-fail", wrong);
    }
}
