package leasehold.ui.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import leasehold.simulation.ScenarioFile;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;

/** Files of scenarios and recordings: asks which, and says what came of it. */
final class ScenarioFiles {

    /** How the name of an exported record ends. */
    private static final String RECORDING = ".sqlite";

    private final SimulatorModel model;
    private final Texts texts;
    private final Label said;
    private final FileChoice scenarios;
    private final FileChoice recordings;

    ScenarioFiles(SimulatorModel model, Texts texts, Label said) {
        this.model = model;
        this.texts = texts;
        this.said = said;
        scenarios = new FileChoice(texts.get("simulator.files"), ScenarioFile.ENDING);
        recordings = new FileChoice(texts.get("simulator.recordings"), RECORDING);
        say("", false);
    }

    void save(String title) {
        scenarios
                .save(said, title + ScenarioFile.ENDING)
                .ifPresent(file -> with(file, () -> model.save(file), "simulator.saved"));
    }

    void open() {
        scenarios
                .open(said)
                .ifPresent(file -> with(file, () -> model.open(file), "simulator.opened"));
    }

    void replay() {
        recordings.open(said).ifPresent(this::replay);
    }

    /** Takes the clients of a recording, or says why it cannot. */
    void replay(Path file) {
        say(texts.get("simulator.reading", name(file)), false);
        model.replay()
                .open(file, why -> say(texts.get("simulator.refused", name(file), why), true));
    }

    void say(String text, boolean wrong) {
        said.setText(text);
        Nodes.show(said, !text.isEmpty());
        Nodes.mark(said, "st-fail", wrong);
    }

    private interface Work {
        void run() throws IOException;
    }

    private void with(Path file, Work work, String done) {
        try {
            work.run();
            say(texts.get(done, name(file)), false);
        } catch (IOException | IllegalArgumentException e) {
            say(texts.get("simulator.refused", name(file), String.valueOf(e.getMessage())), true);
        }
    }

    private static Object name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file);
    }
}
