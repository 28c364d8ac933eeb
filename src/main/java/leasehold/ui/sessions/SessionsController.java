package leasehold.ui.sessions;

import java.util.Map;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.SessionsModel;
import leasehold.ui.model.TargetModel;

/** The sessions: what was opened and closed, when, by whom and why. */
public final class SessionsController implements Disposable {

    private final TargetModel target;
    private final SessionsModel model;
    private final Bag bag = new Bag();

    @FXML private TableView<SessionRow> table;

    /** Creates the table of a target. */
    public SessionsController(TargetModel target) {
        this.target = target;
        model = target.sessions();
    }

    @FXML
    private void initialize() {
        new SessionColumns(table, target)
                .keys(Map.of(Keys.DETAILS, () -> target.details().open().set(true)));
        SortedList<SessionRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        RowKeeper<SessionRow> keeper =
                new RowKeeper<>(table, rows -> model.selected().set(rows.stream().findFirst()));
        model.frame(keeper::around);
        bag.add(() -> model.frame(Runnable::run));
        bag.add(() -> table.setItems(null));
    }

    @Override
    public void dispose() {
        bag.close();
    }
}
