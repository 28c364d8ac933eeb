package leasehold.ui.leases;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Fold;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.Formats;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.LeasesModel;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The live leases: who holds the session, since when, and from where in its code. */
public final class LeasesController implements Disposable {

    private static final Comparator<LeaseRecord> BY_ID = Comparator.comparingLong(LeaseRecord::id);

    private final TargetModel target;
    private final LeasesModel model;
    private final Prompts prompts;
    private final Texts texts;
    private final Columns<LeaseRow, LeaseRecord> columns = new Columns<>(LeaseRow::record);
    private final Bag bag = new Bag();

    @FXML private TextField filter;
    @FXML private ToggleButton overdue;
    @FXML private ToggleButton mine;
    @FXML private Label count;
    @FXML private TableView<LeaseRow> table;
    @FXML private TableColumn<LeaseRow, LeaseRecord> state;
    @FXML private TableColumn<LeaseRow, LeaseRecord> lease;
    @FXML private TableColumn<LeaseRow, LeaseRecord> client;
    @FXML private TableColumn<LeaseRow, LeaseRecord> holder;
    @FXML private TableColumn<LeaseRow, LeaseRecord> held;
    @FXML private TableColumn<LeaseRow, LeaseRecord> wait;
    @FXML private TableColumn<LeaseRow, LeaseRecord> site;
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
        setUpColumns();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        SortedList<LeaseRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        held.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(held);
        RowKeeper<LeaseRow> keeper = new RowKeeper<>(table, model.selected()::setAll);
        model.frame(keeper::around);
        model.onReveal(keeper::reveal);
        filter.textProperty().bindBidirectional(model.filter());
        overdue.selectedProperty().bindBidirectional(model.overdueOnly());
        mine.selectedProperty().bindBidirectional(model.mineOnly());
        bag.add(() -> filter.textProperty().unbindBidirectional(model.filter()));
        bag.add(() -> overdue.selectedProperty().unbindBidirectional(model.overdueOnly()));
        bag.add(() -> mine.selectedProperty().unbindBidirectional(model.mineOnly()));
        bag.add(() -> model.frame(Runnable::run));
        bag.add(() -> model.onReveal(_ -> {}));
        bag.add(() -> table.setItems(null));
        bag.add(model.living().subscribe(_ -> count()));
        bag.add(model.rows().subscribe(this::count));
    }

    private void setUpColumns() {
        columns.cells(
                        state,
                        record -> texts.word(record.state()),
                        Comparator.comparing(LeaseRecord::state).thenComparing(BY_ID),
                        () -> new StateCell(texts))
                .text(lease, record -> "L-" + record.id(), BY_ID)
                .cells(
                        client,
                        LeaseRecord::client,
                        Comparator.comparing(LeaseRecord::client).thenComparing(BY_ID),
                        ClientCell::new)
                .text(
                        holder,
                        LeaseRow::holder,
                        Comparator.comparing(LeaseRow::holder).thenComparing(BY_ID))
                .cells(
                        held,
                        this::held,
                        LeaseRow.HELD_LONGEST.reversed(),
                        () -> new HeldCell(target))
                .cells(
                        wait,
                        LeasesController::waited,
                        Comparator.comparingLong(LeaseRecord::waitNanos).thenComparing(BY_ID),
                        () -> new WaitCell(texts))
                .site(
                        site,
                        LeasesController::site,
                        Comparator.comparing(LeasesController::site).thenComparing(BY_ID));
        Fold.columns(table, site, List.of(wait, holder));
    }

    @FXML
    private void keyPressed(KeyEvent key) {
        boolean shift = key.isShiftDown();
        switch (key.getCode()) {
            case DELETE -> act(key, shift ? this::revoke : this::release);
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
        columns.copy(table);
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

    private String held(LeaseRecord record) {
        return LeaseRow.heldFor(record, target.words().formats().now())
                .map(Formats::duration)
                .orElse(Formats.MISSING);
    }

    static String waited(LeaseRecord record) {
        return record.grantedAt().isEmpty()
                ? Formats.MISSING
                : Formats.duration(Duration.ofNanos(record.waitNanos()));
    }

    private static String site(LeaseRecord record) {
        return Formats.text(record.holder().siteText());
    }
}
