package leasehold.ui.leases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import leasehold.monitor.CardState;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Reason;
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
    private Optional<Columns<LeaseRow, LeaseRecord>> columns = Optional.empty();

    @FXML private TextField filter;
    @FXML private ToggleButton overdue;
    @FXML private ToggleButton mine;
    @FXML private Label count;
    @FXML private MenuButton chosen;
    @FXML private TableView<LeaseRow> table;
    @FXML private MenuItem menuRelease;
    @FXML private MenuItem menuRevoke;
    @FXML private EmptyTable empty;
    @FXML private Reason mayAcquire;

    /** Creates the table of a target. */
    public LeasesController(TargetModel target, Prompts prompts) {
        this.target = target;
        this.prompts = prompts;
        model = target.leases();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        Columns<LeaseRow, LeaseRecord> made = new LeaseColumns(table, target, chosen).columns();
        columns = Optional.of(made);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        filter.textProperty().bindBidirectional(model.filter());
        LiveTable<LeaseRow> live =
                new LiveTable<>(table, model.rows(), model::frame, model.selected()::setAll)
                        .on(Keys.RELEASE, this::release)
                        .on(Keys.REVOKE, this::revoke)
                        .on(Keys.DETAILS, () -> target.details().open().set(true))
                        .on(Keys.CLEAR_FILTER, this::clearFilter)
                        .copying(made)
                        .chip(overdue, model.overdueOnly())
                        .chip(mine, model.mineOnly())
                        .counting(this::count);
        model.onReveal(live::reveal);
        bag.add(live::dispose);
        bag.add(() -> filter.textProperty().unbindBidirectional(model.filter()));
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(target.permits().any().subscribe(mayAcquire::refuse));
        menuRelease.disableProperty().bind(target.permits().release().isNotEmpty());
        menuRevoke.disableProperty().bind(target.permits().revoke().isNotEmpty());
        bag.add(model.living().subscribe(_ -> count()));
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
        columns.ifPresent(Columns::copy);
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
                    texts.get("table.clear.key", Keys.CLEAR_FILTER.text()));
        } else {
            count.setText(texts.get("leases.count", all));
            sayWhyNone();
        }
    }

    private void sayWhyNone() {
        boolean lingers = target.card().facts().get().state() instanceof CardState.Lingering;
        empty.say(
                texts.get(lingers ? "leases.empty.lingering" : "leases.empty"),
                texts.get(
                        lingers ? "leases.empty.lingering.why" : "leases.empty.why",
                        Keys.ACQUIRE.text()));
    }

    private String wanted() {
        return Stream.concat(
                        Stream.of(model.filter().get().strip()),
                        Stream.of(overdue, mine)
                                .filter(ToggleButton::isSelected)
                                .map(ToggleButton::getText))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
