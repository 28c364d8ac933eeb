package leasehold.ui.failures;

import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Pill;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.FailuresModel;
import leasehold.ui.model.LiveRows;
import leasehold.ui.model.TargetModel;

/** The failures by cause: what failed, how often, when last, and whom it met. */
public final class FailuresController implements Disposable {

    private final TargetModel target;
    private final FailuresModel model;
    private final Bag bag = new Bag();
    private Optional<FailureColumns> columns = Optional.empty();

    @FXML private TableView<FailureRow> table;
    @FXML private Pill pill;

    /** Creates the table of a target. */
    public FailuresController(TargetModel target) {
        this.target = target;
        model = target.failures();
    }

    @FXML
    private void initialize() {
        columns = Optional.of(new FailureColumns(table, target));
        SortedList<FailureRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        LiveTable<FailureRow> live =
                new LiveTable<>(
                        table,
                        pill,
                        Newest.FIRST,
                        rows -> model.selected().set(rows.stream().findFirst()));
        LiveRows<FailureRow> rows = model.live();
        bag.add(rows.shownBy(live::held, live::atEdge, live::visible, live::around));
        bag.add(live.counting(rows.fresh(), rows::count));
        bag.add(() -> table.setItems(null));
    }

    @FXML
    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
            key.consume();
            columns.ifPresent(FailureColumns::copy);
        } else if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            target.details().open().set(true);
        }
    }

    @Override
    public void dispose() {
        bag.close();
    }
}
