package leasehold.ui.events;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Chips;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Pill;
import leasehold.ui.fx.Reach;
import leasehold.ui.model.EventRecord;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.EventsModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** What happened, in the order of time: every event of the controller, and every gap. */
public final class EventsController implements Disposable {

    private final TargetModel target;
    private final EventsModel model;
    private final Texts texts;
    private final Bag bag = new Bag();
    private Optional<Columns<EventRow, EventRecord>> columns = Optional.empty();

    @FXML private TextField filter;
    @FXML private ToggleButton failures;
    @FXML private ToggleButton operator;
    @FXML private Label count;
    @FXML private TableView<EventRow> table;
    @FXML private MenuItem ofLease;
    @FXML private MenuItem ofSession;
    @FXML private MenuButton chosen;
    @FXML private ScrollBar bar;
    @FXML private Pill pill;
    @FXML private EmptyTable empty;

    /** Creates the table of a target. */
    public EventsController(TargetModel target) {
        this.target = target;
        model = target.events();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        Columns<EventRow, EventRecord> made = new EventColumns(table, target, chosen).columns();
        columns = Optional.of(made);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        LiveTable<EventRow> live =
                new LiveTable<EventRow>(table, pill, Newest.LAST, model.selected()::setAll)
                        .showing(model.rows(), model::shownBy, model.fresh(), model::count)
                        .reaching(
                                new Reach<>(
                                        model::offset,
                                        model.total()::get,
                                        model::slide,
                                        model::shows),
                                bar)
                        .on(Keys.COPY, this::copy)
                        .on(Keys.COPY_AS, () -> model.readSelected(made::copyAs))
                        .on(Keys.DETAILS, () -> target.details().open().set(true))
                        .on(Keys.CLEAR_FILTER, this::clearFilter)
                        .chip(failures, model.failuresOnly())
                        .chip(operator, model.operatorOnly())
                        .counting(this::count);
        live.follow();
        model.onReveal(live::reveal);
        bag.add(live::dispose);
        bindFilter();
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(model.selected().subscribe(this::offer));
        bag.add(model.searched().subscribe(_ -> count()));
        bag.add(model.all().subscribe(_ -> count()));
        bag.add(model.total().subscribe(_ -> count()));
        offer();
    }

    private void bindFilter() {
        bag.bind(filter.textProperty(), model.filter());
        bag.add(model.filter().subscribe(this::filtered));
        bag.add(model.failuresOnly().subscribe(this::filtered));
        bag.add(model.operatorOnly().subscribe(this::filtered));
    }

    @FXML
    private void showOfLease() {
        model.single().flatMap(EventRecord::ofLease).ifPresent(target.details()::follow);
    }

    @FXML
    private void showOfSession() {
        model.single().flatMap(EventRecord::ofSession).ifPresent(target.details()::follow);
    }

    @FXML
    private void copy() {
        model.readSelected(rows -> columns.ifPresent(of -> of.copy(rows)));
    }

    @FXML
    private void clearFilter() {
        model.clearFilter();
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void offer() {
        ofLease.setDisable(model.single().flatMap(EventRecord::ofLease).isEmpty());
        ofSession.setDisable(model.single().flatMap(EventRecord::ofSession).isEmpty());
    }

    /** A row that stays in its place may have another above it, from which its Δ is told. */
    private void filtered() {
        table.refresh();
        count();
    }

    private String noMatch() {
        String wanted = Chips.wanted(model.filter().get(), failures, operator);
        int searched = model.searched().get();
        return searched < 100
                ? texts.get("events.empty.searching", wanted, searched)
                : texts.get("events.empty.filtered", model.all().get(), wanted);
    }

    private void count() {
        count.setText(EventCount.of(model, texts));
        if (model.filtered()) {
            empty.sayFiltered(
                    model.wrong().orElseGet(this::noMatch),
                    texts.get("table.clear.key", Keys.CLEAR_FILTER.text()));
        } else {
            empty.say(texts.get("events.empty"), texts.get("events.empty.why"));
        }
    }
}
