package leasehold.ui.failures;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Pill;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.FailuresModel;
import leasehold.ui.model.LiveRows;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The failures by cause: what failed, how often, when last, and whom it met. */
public final class FailuresController implements Disposable {

    private final TargetModel target;
    private final FailuresModel model;
    private final Texts texts;
    private final Bag bag = new Bag();
    private Optional<Columns<FailureRow, FailureGroup>> columns = Optional.empty();

    @FXML private ToggleButton ofOpening;
    @FXML private Label former;
    @FXML private Label count;
    @FXML private MenuButton chosen;
    @FXML private TableView<FailureRow> table;
    @FXML private MenuItem mute;
    @FXML private Pill pill;
    @FXML private EmptyTable empty;

    /** Creates the table of a target. */
    public FailuresController(TargetModel target) {
        this.target = target;
        model = target.failures();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        Columns<FailureRow, FailureGroup> made =
                new FailureColumns(table, target, chosen).columns();
        columns = Optional.of(made);
        LiveRows<FailureRow> rows = model.live();
        LiveTable<FailureRow> live =
                new LiveTable<FailureRow>(
                                table,
                                pill,
                                Newest.FIRST,
                                selected -> model.selected().set(selected.stream().findFirst()))
                        .showing(rows.shown(), rows::shownBy, rows.fresh(), rows::count)
                        .copying(made)
                        .on(Keys.MUTE, this::mute)
                        .on(Keys.DETAILS, () -> target.details().open().set(true))
                        .on(Keys.CLEAR_FILTER, this::clearFilter)
                        .chip(ofOpening, model.ofOpening())
                        .counting(this::count);
        model.onStep(live::step);
        former.textProperty().bind(model.former());
        bag.add(live::dispose);
        bag.add(() -> model.onStep(_ -> {}));
        bag.add(former.textProperty()::unbind);
    }

    @FXML
    private void menuShown() {
        Optional<FailureRow> row = model.selected().get();
        boolean muted = row.map(FailureRow::muted).orElse(false);
        mute.setDisable(row.isEmpty());
        mute.setText(
                texts.get(muted ? "failures.menu.unmute" : "failures.menu.mute", Keys.MUTE.text()));
    }

    @FXML
    private void mute() {
        model.toggleMute();
    }

    @FXML
    private void copy() {
        columns.ifPresent(Columns::copy);
    }

    @FXML
    private void clearFilter() {
        model.clearFilter();
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void count() {
        int all = model.causes();
        if (ofOpening.isSelected()) {
            count.setText(texts.get("failures.causesOf", model.rows().size(), all));
            empty.sayFiltered(
                    texts.get("failures.empty.filtered", all, ofOpening.getText()),
                    texts.get("table.clear.key", Keys.CLEAR_FILTER.text()));
        } else {
            count.setText(texts.get("failures.causes", all));
            empty.say(texts.get("failures.empty"), texts.get("failures.empty.why"));
        }
    }
}
