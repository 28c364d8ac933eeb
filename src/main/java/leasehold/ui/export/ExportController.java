package leasehold.ui.export;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import leasehold.history.ExportFormat;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Choices;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Question;
import leasehold.ui.fx.Reason;
import leasehold.ui.model.ExportModel;
import leasehold.ui.model.ExportModel.Stage;
import leasehold.ui.model.ExportModel.What;
import leasehold.ui.model.Texts;

/** Asks what of the record is exported and in which form, and says how it goes. */
public final class ExportController extends Question implements Disposable {

    private final ExportModel model;
    private final FileChoice files;
    private final Texts texts;
    private final StringBinding wrong;
    private final Bag bag = new Bag();

    @FXML private VBox choice;
    @FXML private ToggleGroup whats;
    @FXML private ToggleGroup formats;
    @FXML private Reason mayShown;
    @FXML private Reason maySelected;
    @FXML private Reason mayHtml;
    @FXML private Reason mayRecording;
    @FXML private HBox times;
    @FXML private TextField from;
    @FXML private TextField until;
    @FXML private Label timesWrong;
    @FXML private Label formatHint;
    @FXML private CheckBox hidden;
    @FXML private HBox progress;
    @FXML private Label written;
    @FXML private Label failure;
    @FXML private Button act;

    /**
     * Creates the dialog.
     *
     * @param files asks where to
     * @param close closes it
     */
    public ExportController(ExportModel model, FileChoice files, Texts texts, Runnable close) {
        super(close);
        this.model = model;
        this.files = files;
        this.texts = texts;
        wrong = model.times().wrong();
    }

    @Override
    public Node first() {
        return act;
    }

    @FXML
    private void initialize() {
        for (What what : What.values()) {
            ((RadioButton) Choices.of(whats, what)).setText(model.words(what));
        }
        Map.of(mayShown, What.SHOWN, maySelected, What.SELECTED)
                .forEach((may, what) -> may.refuse(model.whyNot(what)));
        bag.add(Choices.bind(whats, model.what()));
        bag.add(Choices.bind(formats, model.format()));
        bag.add(model.what().subscribe(_ -> suit()));
        bag.add(model.format().subscribe(form -> formatHint.setText(texts.hint(form))));
        bag.bind(from.textProperty(), model.times().from());
        bag.bind(until.textProperty(), model.times().until());
        bag.bind(hidden.selectedProperty(), model.hidden());
        bag.add(wrong.subscribe(_ -> suit()));
        bag.add(model.written().subscribe(n -> written.setText(texts.get("export.written", n))));
        bag.add(model.failure().subscribe(this::fail));
        bag.add(model.stage().subscribe(this::turn));
    }

    @FXML
    private void act() {
        files.among(texts.word(model.format().get()), model.ending());
        files.save(act, model.file()).ifPresent(model::write);
    }

    @Override
    public void dispose() {
        bag.close();
        model.cancel();
    }

    private void suit() {
        boolean timed = model.what().get() == What.TIME;
        times.setDisable(!timed);
        mayHtml.refuse(model.whyNot(ExportFormat.HTML));
        mayRecording.refuse(model.whyNot(ExportFormat.RECORDING));
        timesWrong.setText(timed ? wrong.get() : "");
        Nodes.show(timesWrong, !timesWrong.getText().isEmpty());
        act.setDisable(timesWrong.isVisible());
    }

    private void fail(String why) {
        failure.setText(why);
        Nodes.show(failure, !why.isEmpty());
    }

    private void turn(Stage stage) {
        boolean writes = stage == Stage.WRITING;
        List.of(choice, act).forEach(asked -> asked.setDisable(writes));
        Nodes.show(progress, writes);
        if (stage == Stage.OVER) {
            cancel();
        }
    }
}
