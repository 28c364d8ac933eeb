package leasehold.ui.leases;

import java.util.List;
import java.util.Optional;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Pill;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.LeasesModel;
import leasehold.ui.model.LiveRows;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The live leases: who holds the session, since when, and from where in its code. */
public final class LeasesController implements Disposable {

    private final TargetModel target;
    private final LeasesModel model;
    private final Prompts prompts;
    private final Texts texts;
    private final Bag bag = new Bag();
    private Optional<LeaseColumns> columns = Optional.empty();

    @FXML private TextField filter;
    @FXML private ToggleButton overdue;
    @FXML private ToggleButton mine;
    @FXML private Label count;
    @FXML private TableView<LeaseRow> table;
    @FXML private Pill pill;
    @FXML private Label nothing;
    @FXML private Label nothingWhy;
    @FXML private Button acquire;
    @FXML private Button clear;

    /** Creates the table of a target. */
    public LeasesController(TargetModel target, Prompts prompts) {
        this.target = target;
        this.prompts = prompts;
        model = target.leases();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        columns = Optional.of(new LeaseColumns(table, target));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setContextMenu(
                new LeaseMenu(model, texts, target::release, this::revoke, this::copy));
        SortedList<LeaseRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        LiveTable<LeaseRow> live =
                new LiveTable<>(table, pill, Newest.LAST, model.selected()::setAll)
                        .order("held", Newest.FIRST)
                        .order("lease", Newest.LAST);
        LiveRows<LeaseRow> rows = model.live();
        bag.add(rows.shownBy(live::held, live::atEdge, live::visible, live::around));
        bag.add(live.counting(rows.fresh(), rows::count));
        model.onReveal(live::reveal);
        bag.bind(filter.textProperty(), model.filter());
        bag.bind(overdue.selectedProperty(), model.overdueOnly());
        bag.bind(mine.selectedProperty(), model.mineOnly());
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(() -> table.setItems(null));
        bag.add(model.living().subscribe(_ -> count()));
        bag.add(model.rows().subscribe(this::count));
    }

    @FXML
    private void keyPressed(KeyEvent key) {
        boolean shift = key.isShiftDown();
        switch (key.getCode()) {
            case DELETE -> act(key, shift ? this::revoke : target::release);
            case ENTER -> act(key, () -> target.details().open().set(true));
            case ESCAPE -> act(key, this::clearFilter);
            default -> {
                if (key.getCode() == KeyCode.C && key.isShortcutDown() && !shift) {
                    act(key, this::copy);
                }
            }
        }
    }

    private static void act(KeyEvent key, Runnable action) {
        key.consume();
        action.run();
    }

    private void revoke() {
        List<LeaseRecord> leases = model.selectedLiving();
        if (!target.saysOver() && !leases.isEmpty()) {
            prompts.revoke(new RevokeModel(target, leases));
        }
    }

    private void copy() {
        columns.ifPresent(LeaseColumns::copy);
    }

    @FXML
    private void acquire() {
        target.acquire();
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
        boolean filtered = model.filtered();
        int all = model.living().get();
        count.setText(
                filtered
                        ? texts.get("leases.countOf", model.rows().size(), all)
                        : texts.get("leases.count", all));
        nothing.setText(texts.get(filtered ? "leases.empty.filtered" : "leases.empty", all));
        nothingWhy.setText(texts.get(filtered ? "leases.empty.filteredWhy" : "leases.empty.why"));
        Nodes.show(acquire, !filtered);
        Nodes.show(clear, filtered);
    }
}
