package leasehold.ui.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import leasehold.monitor.Target;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Connector;
import leasehold.ui.model.Connector.Kind;
import leasehold.ui.model.Connector.Refusal;
import leasehold.ui.model.Connector.Wish;
import leasehold.ui.model.Texts;

/** Asks for a target: its name, what it is for, its backend and that backend's settings. */
public final class ConnectController {

    private final Connector connector;
    private final Texts texts;
    private final Runnable close;
    private final List<SettingField> fields = new ArrayList<>();

    @FXML private TextField name;
    @FXML private ComboBox<Kind> kind;
    @FXML private RadioButton test;
    @FXML private RadioButton production;
    @FXML private GridPane settings;
    @FXML private Label result;
    @FXML private Button tryOut;
    @FXML private Button connect;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public ConnectController(Connector connector, Texts texts, Runnable close) {
        this.connector = connector;
        this.texts = texts;
        this.close = close;
    }

    /** Returns what has the focus first. */
    public TextField name() {
        return name;
    }

    @FXML
    private void initialize() {
        tell("");
        kind.getItems().setAll(connector.kinds());
        kind.valueProperty().subscribe(this::describe);
        kind.getSelectionModel().selectFirst();
        var undecided = test.selectedProperty().or(production.selectedProperty()).not();
        var unnamed =
                Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty());
        connect.disableProperty().bind(undecided.or(unnamed));
    }

    @FXML
    private void tryOut() {
        refuse(Optional.empty());
        Optional<Refusal> refusal =
                connector.test(wish(), failure -> say(failure.orElse(texts.get("connect.works"))));
        refuse(refusal);
        tryOut.setDisable(refusal.isEmpty());
        if (refusal.isEmpty()) {
            tell(texts.get("connect.trying"));
        }
    }

    @FXML
    private void connect() {
        Optional<Refusal> refusal = connector.connect(wish());
        refuse(refusal);
        if (refusal.isEmpty()) {
            close.run();
        }
    }

    @FXML
    private void cancel() {
        close.run();
    }

    private void say(String text) {
        tell(text);
        tryOut.setDisable(false);
    }

    private void tell(String text) {
        result.setText(text);
        Nodes.show(result, !text.isEmpty());
    }

    private void describe(Kind chosen) {
        fields.clear();
        settings.getChildren().clear();
        if (chosen != null) {
            chosen.settings().forEach(setting -> fields.add(new SettingField(setting)));
            for (int row = 0; row < fields.size(); row++) {
                settings.addRow(row, fields.get(row).name(), fields.get(row).field());
            }
        }
    }

    private Wish wish() {
        Map<String, String> values = new LinkedHashMap<>();
        for (SettingField field : fields) {
            String value = field.value();
            if (!value.isEmpty() && !value.equals(field.setting().initial())) {
                values.put(field.setting().name(), value);
            }
        }
        Target.Kind purpose = production.isSelected() ? Target.Kind.PRODUCTION : Target.Kind.TEST;
        return new Wish(name.getText().strip(), kind.getValue(), purpose, values);
    }

    private void refuse(Optional<Refusal> refusal) {
        tell(refusal.map(Refusal::message).orElse(""));
        for (SettingField field : fields) {
            String message =
                    refusal.filter(wrong -> wrong.setting().equals(field.setting().name()))
                            .map(Refusal::message)
                            .orElse("");
            field.refuse(message);
            if (!message.isEmpty()) {
                tell("");
            }
        }
    }
}
