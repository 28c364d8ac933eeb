package leasehold.ui.sessions;

import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.SessionsModel;
import leasehold.ui.model.TargetModel;

/** The sessions: what was opened and closed, when, by whom and why. */
public final class SessionsController implements Disposable {

    private final TargetModel target;
    private final SessionsModel model;
    private final Bag bag = new Bag();
    private Optional<SessionColumns> columns = Optional.empty();

    @FXML private TableView<SessionRow> table;

    /** Creates the table of a target. */
    public SessionsController(TargetModel target) {
        this.target = target;
        model = target.sessions();
    }

    @FXML
    private void initialize() {
        columns = Optional.of(new SessionColumns(table, target));
        SortedList<SessionRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        RowKeeper<SessionRow> keeper =
                new RowKeeper<>(table, rows -> model.selected().set(rows.stream().findFirst()));
        model.frame(keeper::around);
        model.onReveal(keeper::reveal);
        bag.add(() -> model.frame(Runnable::run));
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(() -> table.setItems(null));
    }

    @FXML
    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
            key.consume();
            columns.ifPresent(SessionColumns::copy);
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
