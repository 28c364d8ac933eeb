package leasehold.ui.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import leasehold.backend.FailureCategory;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Draft;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Unit;

/** What goes wrong: a line for each fault, with its times and its chance. */
final class FaultLines {

    private static final String NEVER = "0";

    private final SimulatorModel model;
    private final Texts texts;
    private final VBox lines;
    private final List<Entry> entries = new ArrayList<>();

    FaultLines(SimulatorModel model, Texts texts, VBox lines) {
        this.model = model;
        this.texts = texts;
        this.lines = lines;
        if (model.serverObeys()) {
            takes("simulator.openTakes", "openTakes", "openJitter");
            fails();
            chance("simulator.openHangs", "openHangs");
            lost();
            takes("simulator.closeTakes", "closeTakes", "closeJitter");
            chance("simulator.closeFails", "closeFails");
        }
        chance("simulator.releasesTwice", "releasesTwice");
        chance("simulator.leaks", "leaks");
    }

    /**
     * Shows what is written.
     *
     * @param inForce whether it is in force, and what happens by chance is marked
     */
    void show(Draft draft, boolean inForce) {
        for (Entry entry : entries) {
            entry.show(draft);
            boolean chance = entry.field().getStyleClass().contains("chance");
            boolean happens = !draft.values().getOrDefault(entry.setting(), NEVER).equals(NEVER);
            Nodes.mark(entry.field(), "in-force", chance && happens && inForce);
        }
    }

    private void takes(String key, String takes, String jitter) {
        Entry typical = time(takes, texts.get(key));
        Entry spread = time(jitter, texts.get("simulator.jitter"));
        spread.field().setPromptText(texts.get("simulator.jitter.natural"));
        line(key, List.of(typical, spread), typical.field(), unit("±"), spread.field());
    }

    private void fails() {
        ComboBox<FailureCategory> category = new ComboBox<>();
        category.setId("scenario-category");
        category.setConverter(new ConstantWords<>(texts));
        category.getItems().setAll(model.failures());
        category.setValue(model.failures().getFirst());
        category.setAccessibleText(texts.get("simulator.category"));
        HBox.setHgrow(category, Priority.ALWAYS);
        category.getStyleClass().add("category");
        Entry chance = chance(model.chanceOf(category.getValue()));
        category.setOnAction(_ -> chance.turnTo(model.chanceOf(category.getValue())));
        line("simulator.openFails", List.of(chance), category, chance.field(), unit("%"));
    }

    private void lost() {
        Entry after = time("lossAfter", texts.get("simulator.lossAfter"));
        Entry chance = chance("loss");
        line("simulator.loss", List.of(after, chance), after.field(), chance.field(), unit("%"));
    }

    private void chance(String key, String setting) {
        Entry chance = chance(setting);
        line(key, List.of(chance), chance.field(), unit("%"));
    }

    private Entry chance(String setting) {
        Entry chance = new Entry(model, texts, setting, Unit.PERCENT);
        chance.field().getStyleClass().add("chance");
        return chance;
    }

    private Entry time(String setting, String name) {
        Entry time = new Entry(model, texts, setting, Unit.PLAIN);
        time.field().getStyleClass().add("figure");
        time.field().setAccessibleText(name);
        return time;
    }

    private static Label unit(String sign) {
        Label unit = new Label(sign);
        unit.setMinWidth(Label.USE_PREF_SIZE);
        return unit;
    }

    private void line(String key, List<Entry> made, Node... rest) {
        Label name = new Label(texts.get(key));
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(name);
        line.getStyleClass().add("line");
        Stream.of(rest).forEach(line.getChildren()::add);
        VBox box = new VBox(line);
        box.getStyleClass().add("field");
        for (Entry entry : made) {
            box.getChildren().add(entry.wrong());
            if (entry.field().getAccessibleText() == null) {
                entry.field().setAccessibleText(name.getText());
            }
        }
        entries.addAll(made);
        lines.getChildren().add(box);
    }
}
