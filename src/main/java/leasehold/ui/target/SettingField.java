package leasehold.ui.target;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import leasehold.backend.Setting;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Formats;

/** One setting: its name, a control that fits its type, its help, and what is wrong with it. */
final class SettingField {

    private final Setting setting;
    private final Control control;
    private final Label name;
    private final Label help;
    private final Label wrong = new Label();
    private final VBox field;

    SettingField(Setting setting) {
        this.setting = setting;
        control = control(setting);
        control.setId("setting-" + setting.name());
        control.setMaxWidth(Double.MAX_VALUE);
        name = new Label(Formats.title(setting.name()) + (setting.required() ? " *" : ""));
        name.setLabelFor(control);
        GridPane.setValignment(name, VPos.TOP);
        name.getStyleClass().add("fact-name");
        help = new Label(setting.help());
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        wrong.getStyleClass().add("field-wrong");
        wrong.setWrapText(true);
        field = new VBox(control, help, wrong);
        field.getStyleClass().add("field");
        refuse("");
    }

    Setting setting() {
        return setting;
    }

    Label name() {
        return name;
    }

    Node field() {
        return field;
    }

    /** Returns the value as text; empty if none is given. */
    String value() {
        return switch (control) {
            case PasswordField secret -> secret.getText();
            case TextField text -> text.getText().strip();
            case CheckBox box -> Boolean.toString(box.isSelected());
            case ComboBox<?> choice -> String.valueOf(choice.getValue());
            default -> throw new IllegalStateException("no value in " + control);
        };
    }

    /** Has something run now, and whenever the value changes. */
    void onChange(Runnable action) {
        switch (control) {
            case TextField text -> text.textProperty().subscribe(action);
            case CheckBox box -> box.selectedProperty().subscribe(action);
            case ComboBox<?> choice -> choice.valueProperty().subscribe(action);
            default -> throw new IllegalStateException("no value in " + control);
        }
        action.run();
    }

    /** Says what is wrong with the value; nothing if the text is empty. */
    void refuse(String message) {
        wrong.setText(message);
        Nodes.show(wrong, !message.isEmpty());
        Nodes.show(help, message.isEmpty());
        Nodes.mark(control, "wrong", !message.isEmpty());
        if (!message.isEmpty()) {
            control.requestFocus();
        }
    }

    private static Control control(Setting setting) {
        return switch (setting.type()) {
            case SECRET -> new PasswordField();
            case SWITCH -> {
                CheckBox box = new CheckBox();
                box.setSelected(Boolean.parseBoolean(setting.initial()));
                yield box;
            }
            case CHOICE -> {
                ComboBox<String> choice = new ComboBox<>();
                choice.getItems().setAll(setting.choices());
                choice.setValue(setting.initial());
                yield choice;
            }
            case TEXT, INTEGER, DECIMAL, DURATION -> new TextField(setting.initial());
        };
    }
}
