package leasehold.ui.leases;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import leasehold.monitor.CardState;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Chips;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Pill;
import leasehold.ui.fx.Reason;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.LeasesModel;
import leasehold.ui.model.LiveRows;
import leasehold.ui.model.NoLease;
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

    @FXML private TextField filter;
    @FXML private ToggleButton overdue;
    @FXML private ToggleButton mine;
    @FXML private Label count;
    @FXML private MenuButton chosen;
    @FXML private TableView<LeaseRow> table;
    @FXML private EmptyTable empty;
    @FXML private Reason mayAcquire;
    @FXML private Reason mayTry;
    @FXML private Pill pill;

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
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setContextMenu(
                new LeaseMenu(target, target.acts()::release, this::revoke, made::copy));
        bag.bind(filter.textProperty(), model.filter());
        LiveRows<LeaseRow> rows = model.live();
        LiveTable<LeaseRow> live =
                new LiveTable<LeaseRow>(table, pill, Newest.LAST, model.selected()::setAll)
                        .order("held", Newest.FIRST)
                        .order("lease", Newest.LAST)
                        .showing(rows.shown(), rows::shownBy, rows.fresh(), rows::count)
                        .copying(made)
                        .on(Keys.RELEASE, target.acts()::release)
                        .on(Keys.REVOKE, this::revoke)
                        .on(Keys.DETAILS, () -> target.details().open().set(true))
                        .on(Keys.CLEAR_FILTER, this::clearFilter)
                        .chip(overdue, model.overdueOnly())
                        .chip(mine, model.mineOnly())
                        .counting(this::count);
        model.onReveal(live::reveal);
        bag.add(live::dispose);
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(target.permits().any().subscribe(mayAcquire::refuse));
        bag.add(target.permits().any().subscribe(mayTry::refuse));
        bag.add(model.living().subscribe(_ -> count()));
        bag.add(filter.textProperty().subscribe(_ -> count()));
        bag.add(target.card().facts().subscribe(card -> Chips.count(overdue, card.overdue())));
        bag.add(target.mine().subscribe(held -> Chips.count(mine, held.intValue())));
        bag.add(target.card().text().subscribe(_ -> count()));
    }

    private void revoke() {
        if (!target.acts().refused(target.permits().revoke())) {
            prompts.revoke(new RevokeModel(target, model.selectedLiving()));
        }
    }

    @FXML
    private void acquire() {
        target.acts().acquire();
    }

    @FXML
    private void tryNow() {
        target.acts().tryNow();
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
                    texts.get(
                            "leases.empty.filtered",
                            all,
                            Chips.wanted(model.filter().get(), overdue, mine)),
                    texts.get("table.clear.key", Keys.CLEAR_FILTER.text()));
        } else {
            count.setText(texts.get("leases.count", all));
            sayWhyNone();
        }
    }

    private void sayWhyNone() {
        CardState state = target.card().facts().get().state();
        NoLease none =
                target.recording()
                        .map(recording -> NoLease.of(state, recording, target.words()))
                        .orElseGet(() -> NoLease.of(state, target.words(), Keys.ACQUIRE.text()));
        Nodes.show(mayAcquire, none.offer() == NoLease.Offer.ACQUIRE);
        Nodes.show(mayTry, none.offer() == NoLease.Offer.TRY_NOW);
        empty.mark(none.look().icon(), none.look().tone());
        empty.say(none.why(), none.next());
    }
}
