package leasehold.ui.events;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.EventsModel;
import leasehold.ui.model.Link;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** What happened, in the order of time: every event of the controller, and every gap. */
public final class EventsController implements Disposable {

    private final TargetModel target;
    private final EventsModel model;
    private final Texts texts;
    private final Bag bag = new Bag();
    private Optional<EventColumns> columns = Optional.empty();

    @FXML private TextField filter;
    @FXML private ToggleButton failures;
    @FXML private ToggleButton operator;
    @FXML private Label count;
    @FXML private TableView<EventRow> table;
    @FXML private MenuItem ofLease;
    @FXML private MenuItem ofSession;
    @FXML private Label nothing;
    @FXML private Label nothingWhy;
    @FXML private Button clear;

    /** Creates the table of a target. */
    public EventsController(TargetModel target) {
        this.target = target;
        model = target.events();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        columns = Optional.of(new EventColumns(table, target));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(model.rows());
        RowKeeper<EventRow> keeper = new RowKeeper<>(table, model.selected()::setAll).newestLast();
        model.frame(keeper::around);
        model.onReveal(keeper::reveal);
        bindFilter();
        bag.add(() -> model.frame(Runnable::run));
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(() -> table.setItems(null));
        bag.add(model.rows().subscribe(this::count));
        bag.add(model.selected().subscribe(this::offer));
        count();
        offer();
    }

    private void bindFilter() {
        filter.textProperty().bindBidirectional(model.filter());
        failures.selectedProperty().bindBidirectional(model.failuresOnly());
        operator.selectedProperty().bindBidirectional(model.operatorOnly());
        bag.add(() -> filter.textProperty().unbindBidirectional(model.filter()));
        bag.add(() -> failures.selectedProperty().unbindBidirectional(model.failuresOnly()));
        bag.add(() -> operator.selectedProperty().unbindBidirectional(model.operatorOnly()));
        bag.add(model.filter().subscribe(this::filtered));
        bag.add(model.failuresOnly().subscribe(this::filtered));
        bag.add(model.operatorOnly().subscribe(this::filtered));
    }

    @FXML
    private void keyPressed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> act(key, () -> target.details().open().set(true));
            case ESCAPE -> act(key, this::clearFilter);
            default -> {
                if (key.getCode() == KeyCode.C && key.isShortcutDown() && !key.isShiftDown()) {
                    act(key, this::copy);
                }
            }
        }
    }

    private static void act(KeyEvent key, Runnable action) {
        key.consume();
        action.run();
    }

    @FXML
    private void showOfLease() {
        model.single()
                .ifPresent(row -> target.details().follow(Link.ToEvents.ofLease(row.lease())));
    }

    @FXML
    private void showOfSession() {
        model.single()
                .ifPresent(row -> target.details().follow(Link.ToEvents.ofSession(row.epoch())));
    }

    @FXML
    private void copy() {
        columns.ifPresent(EventColumns::copy);
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
        ofLease.setDisable(model.single().filter(row -> row.lease() > 0).isEmpty());
        ofSession.setDisable(model.single().filter(row -> row.epoch() > 0).isEmpty());
    }

    /** A row that stays in its place may have another above it, from which its Δ is told. */
    private void filtered() {
        table.refresh();
        count();
    }

    private void count() {
        boolean filtered = model.filtered();
        int all = model.all();
        count.setText(EventCount.of(model, texts));
        nothing.setText(texts.get(filtered ? "events.empty.filtered" : "events.empty", all));
        nothingWhy.setText(texts.get(filtered ? "events.empty.filteredWhy" : "events.empty.why"));
        Nodes.show(clear, filtered);
    }
}
