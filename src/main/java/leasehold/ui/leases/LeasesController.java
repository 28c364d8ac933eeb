package leasehold.ui.leases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import leasehold.monitor.CardState;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.LeasesModel;
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
    @FXML private MenuButton chosen;
    @FXML private TableView<LeaseRow> table;
    @FXML private EmptyTable empty;

    /** Creates the table of a target. */
    public LeasesController(TargetModel target, Prompts prompts) {
        this.target = target;
        this.prompts = prompts;
        model = target.leases();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        columns = Optional.of(new LeaseColumns(table, target, chosen));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        filter.textProperty().bindBidirectional(model.filter());
        LiveTable<LeaseRow> live =
                new LiveTable<>(table, model.rows(), model::frame, model.selected()::setAll)
                        .on(KeyCode.DELETE, this::release)
                        .on(KeyCode.DELETE, this::revoke, KeyCombination.SHIFT_DOWN)
                        .on(KeyCode.ENTER, () -> target.details().open().set(true))
                        .on(KeyCode.ESCAPE, this::clearFilter)
                        .on(KeyCode.C, this::copy, KeyCombination.SHORTCUT_DOWN)
                        .chip(overdue, model.overdueOnly())
                        .chip(mine, model.mineOnly())
                        .counting(this::count);
        model.onReveal(live::reveal);
        bag.add(live::dispose);
        bag.add(() -> filter.textProperty().unbindBidirectional(model.filter()));
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(model.living().subscribe(_ -> count()));
        bag.add(filter.textProperty().subscribe(_ -> count()));
        bag.add(target.card().look().subscribe(_ -> count()));
    }

    @FXML
    private void revoke() {
        List<LeaseRecord> leases = model.selectedLiving();
        if (!leases.isEmpty()) {
            prompts.revoke(new RevokeModel(target, leases));
        }
    }

    @FXML
    private void release() {
        target.release();
    }

    @FXML
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
        int all = model.living().get();
        if (model.filtered()) {
            count.setText(texts.get("leases.countOf", model.rows().size(), all));
            empty.sayFiltered(
                    texts.get("leases.empty.filtered", all, wanted()),
                    texts.get("table.clear.key"));
        } else {
            count.setText(texts.get("leases.count", all));
            sayWhyNone();
        }
    }

    private void sayWhyNone() {
        boolean lingers = target.card().facts().get().state() instanceof CardState.Lingering;
        empty.say(
                texts.get(lingers ? "leases.empty.lingering" : "leases.empty"),
                texts.get(lingers ? "leases.empty.lingering.why" : "leases.empty.why"));
    }

    private String wanted() {
        return Stream.concat(
                        Stream.of(filter.getText().strip()),
                        Stream.of(overdue, mine)
                                .filter(ToggleButton::isSelected)
                                .map(ToggleButton::getText))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
