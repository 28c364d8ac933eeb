package leasehold.ui.failures;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.FailuresModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The failures by cause: what failed, how often, when last, and whom it met. */
public final class FailuresController implements Disposable {

    private final TargetModel target;
    private final FailuresModel model;
    private Optional<FailureColumns> columns = Optional.empty();
    private final Texts texts;
    private Optional<LiveTable<FailureRow>> live = Optional.empty();

    @FXML private ToggleButton ofOpening;
    @FXML private Label count;
    @FXML private MenuButton chosen;
    @FXML private TableView<FailureRow> table;
    @FXML private MenuItem mute;
    @FXML private EmptyTable empty;

    /** Creates the table of a target. */
    public FailuresController(TargetModel target) {
        this.target = target;
        model = target.failures();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        columns = Optional.of(new FailureColumns(table, target, chosen));
        live =
                Optional.of(
                        new LiveTable<>(
                                        table,
                                        model.rows(),
                                        model::frame,
                                        rows -> model.selected().set(rows.stream().findFirst()))
                                .on(KeyCode.C, this::copy, KeyCombination.SHORTCUT_DOWN)
                                .on(KeyCode.M, this::mute, KeyCombination.SHORTCUT_DOWN)
                                .on(KeyCode.ENTER, () -> target.details().open().set(true))
                                .on(KeyCode.ESCAPE, this::clearFilter)
                                .chip(ofOpening, model.ofOpening())
                                .counting(this::count));
    }

    @FXML
    private void menuShown() {
        Optional<FailureRow> row = model.selected().get();
        boolean muted = row.map(FailureRow::muted).orElse(false);
        mute.setDisable(row.isEmpty());
        mute.setText(texts.get(muted ? "failures.menu.unmute" : "failures.menu.mute"));
    }

    @FXML
    private void mute() {
        model.toggleMute();
    }

    @FXML
    private void copy() {
        columns.ifPresent(FailureColumns::copy);
    }

    @FXML
    private void clearFilter() {
        model.clearFilter();
    }

    @Override
    public void dispose() {
        live.ifPresent(LiveTable::dispose);
    }

    private void count() {
        int all = model.causes();
        if (ofOpening.isSelected()) {
            count.setText(texts.get("failures.causesOf", model.rows().size(), all));
            empty.sayFiltered(
                    texts.get("failures.empty.filtered", all, ofOpening.getText()),
                    texts.get("table.clear.key"));
        } else {
            count.setText(texts.get("failures.causes", all));
            empty.say(texts.get("failures.empty"), texts.get("failures.empty.why"));
        }
    }
}
