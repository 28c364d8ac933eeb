package leasehold.ui.failures;

import java.util.Map;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.FailuresModel;
import leasehold.ui.model.TargetModel;

/** The failures by cause: what failed, how often, when last, and whom it met. */
public final class FailuresController implements Disposable {

    private final TargetModel target;
    private final FailuresModel model;
    private final Bag bag = new Bag();

    @FXML private TableView<FailureRow> table;

    /** Creates the table of a target. */
    public FailuresController(TargetModel target) {
        this.target = target;
        model = target.failures();
    }

    @FXML
    private void initialize() {
        new FailureColumns(table, target)
                .keys(Map.of(Keys.DETAILS, () -> target.details().open().set(true)));
        SortedList<FailureRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        RowKeeper<FailureRow> keeper =
                new RowKeeper<>(table, rows -> model.selected().set(rows.stream().findFirst()));
        model.frame(keeper::around);
        model.onStep(keeper::step);
        bag.add(() -> model.onStep(_ -> {}));
        bag.add(() -> model.frame(Runnable::run));
        bag.add(() -> table.setItems(null));
    }

    @Override
    public void dispose() {
        bag.close();
    }
}
