package leasehold.ui.simulator;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Draft;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Unit;

/** The field of one setting, with what is wrong with it. Written on Enter, and on leaving it. */
final class Entry {

    private final SimulatorModel model;
    private final Texts texts;
    private final Unit unit;
    private final TextField field = new TextField();
    private final Label wrong = new Label();
    private String setting;
    private String shown = "";

    Entry(SimulatorModel model, Texts texts, String setting, Unit unit) {
        this.model = model;
        this.texts = texts;
        this.setting = setting;
        this.unit = unit;
        wrong.getStyleClass().add("field-wrong");
        wrong.setWrapText(true);
        wrong.setMinHeight(Label.USE_PREF_SIZE);
        field.setId("scenario-" + setting);
        show(model.draft().get());
        field.setOnAction(_ -> write());
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                write();
                            }
                        });
    }

    TextField field() {
        return field;
    }

    Label wrong() {
        return wrong;
    }

    String setting() {
        return setting;
    }

    /** Has it be the field of another setting. */
    void turnTo(String other) {
        setting = other;
        show(model.draft().get());
    }

    void show(Draft draft) {
        String value = draft.values().getOrDefault(setting, "");
        if (!unit.shown(value).equals(shown)) { // or what is being typed would be lost
            shown = unit.shown(value);
            field.setText(shown);
        }
        String flaw = draft.flaws().getOrDefault(setting, "");
        boolean flawed = !flaw.isEmpty();
        wrong.setText(flawed ? sentence(flaw, value) : "");
        Nodes.show(wrong, flawed);
        Nodes.mark(field, "wrong", flawed);
        field.setAccessibleHelp(wrong.getText());
    }

    private String sentence(String flaw, String value) {
        return unit.allows(value)
                ? flaw
                : texts.get("simulator.wrong.percent", setting, unit.shown(value));
    }

    private void write() {
        String value = unit.typed(field.getText());
        if (!value.equals(model.draft().get().values().getOrDefault(setting, ""))) {
            model.write(setting, value);
        }
    }
}
