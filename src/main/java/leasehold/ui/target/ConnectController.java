package leasehold.ui.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import leasehold.backend.Setting;
import leasehold.monitor.Target;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Question;
import leasehold.ui.fx.Reason;
import leasehold.ui.model.ConnectModel;
import leasehold.ui.model.ConnectModel.Phase;
import leasehold.ui.model.ConnectModel.Result;
import leasehold.ui.model.Connector.Kind;
import leasehold.ui.model.Connector.Refusal;
import leasehold.ui.model.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks for a target: its name, what it is for, its backend and that backend's settings. */
public final class ConnectController extends Question implements Disposable {

    private final ConnectModel model;
    private final Texts texts;
    private final StringBinding whyNot;
    private final List<SettingField> fields = new ArrayList<>();

    @FXML private TextField name;
    @FXML private ComboBox<Kind> kind;
    @FXML private ToggleGroup purpose;
    @FXML private CheckBox readOnly;
    @FXML private GridPane settings;
    @FXML private Label secrets;
    @FXML private HBox trial;
    @FXML private ProgressIndicator turning;
    @FXML private FontIcon mark;
    @FXML private Label result;
    @FXML private Button tryOut;
    @FXML private Reason mayConnect;

    /**
     * Creates the dialog.
     *
     * @param close closes it
     */
    public ConnectController(ConnectModel model, Texts texts, Runnable close) {
        super(close);
        this.model = model;
        this.texts = texts;
        whyNot = model.whyNot();
    }

    @Override
    public Node first() {
        return name;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.name());
        readOnly.selectedProperty().bindBidirectional(model.readOnly());
        purpose.selectedToggleProperty().subscribe(chosen -> model.purpose().set(purpose(chosen)));
        kind.getItems().setAll(model.kinds());
        kind.valueProperty().bindBidirectional(model.kind());
        kind.valueProperty().subscribe(this::describe);
        model.result().subscribe(this::tell);
        whyNot.subscribe(mayConnect::refuse);
    }

    @FXML
    private void tryOut() {
        if (model.result().get().phase() == Phase.RUNNING) {
            model.cancel();
        } else {
            refuse(model.test());
        }
    }

    @FXML
    private void connect() {
        Optional<Refusal> refusal = model.connect();
        refuse(refusal);
        if (refusal.isEmpty()) {
            cancel();
        }
    }

    @Override
    public void dispose() {
        model.cancel();
    }

    private void tell(Result told) {
        boolean running = told.phase() == Phase.RUNNING;
        boolean failed = told.phase() == Phase.FAILED;
        Nodes.show(trial, told.phase() != Phase.NONE);
        Nodes.show(turning, running);
        Nodes.show(mark, !running);
        mark.setIconLiteral(failed ? "ci-misuse" : "ci-checkmark-outline");
        Nodes.mark(mark, "st-fail", failed);
        Nodes.mark(mark, "st-open", !failed);
        result.setText(told.text());
        tryOut.setText(texts.get(running ? "connect.tryOut.cancel" : "connect.tryOut"));
    }

    private void describe(Kind chosen) {
        fields.clear();
        settings.getChildren().clear();
        for (Setting setting : chosen.settings()) {
            SettingField field = new SettingField(setting);
            field.onChange(() -> model.set(setting.name(), field.value()));
            settings.addRow(fields.size(), field.name(), field.field());
            fields.add(field);
        }
        Nodes.show(secrets, chosen.settings().stream().anyMatch(Setting::secret));
        model.cancel();
    }

    private void refuse(Optional<Refusal> refusal) {
        for (SettingField field : fields) {
            String message =
                    refusal.filter(wrong -> wrong.setting().equals(field.setting().name()))
                            .map(Refusal::message)
                            .orElse("");
            field.refuse(message);
        }
    }

    private static Optional<Target.Kind> purpose(Toggle chosen) {
        return Optional.ofNullable(chosen)
                .map(toggle -> Target.Kind.valueOf((String) toggle.getUserData()));
    }
}
