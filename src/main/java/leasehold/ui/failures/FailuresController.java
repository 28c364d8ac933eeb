package leasehold.ui.failures;

import java.util.Comparator;
import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Fold;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The failures by cause: what failed, how often, when last, and whom it met. */
public final class FailuresController implements Disposable {

    private static final Comparator<FailureGroup> BY_ID =
            Comparator.comparingLong(FailureGroup::id);

    private final TargetModel target;
    private final Texts texts;
    private final Columns<FailureRow, FailureGroup> columns = new Columns<>(FailureRow::record);
    private final Bag bag = new Bag();

    @FXML private TableView<FailureRow> table;
    @FXML private TableColumn<FailureRow, FailureGroup> state;
    @FXML private TableColumn<FailureRow, FailureGroup> stage;
    @FXML private TableColumn<FailureRow, FailureGroup> category;
    @FXML private TableColumn<FailureRow, FailureGroup> cause;
    @FXML private TableColumn<FailureRow, FailureGroup> count;
    @FXML private TableColumn<FailureRow, FailureGroup> last;
    @FXML private TableColumn<FailureRow, FailureGroup> clients;
    @FXML private TableColumn<FailureRow, FailureGroup> retry;

    /** Creates the table of a target. */
    public FailuresController(TargetModel target) {
        this.target = target;
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        setUpCause();
        setUpCounts();
        Fold.columns(table, cause, List.of(clients, retry, stage));
        SortedList<FailureRow> sorted = new SortedList<>(target.failures().rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        RowKeeper<FailureRow> keeper =
                new RowKeeper<>(
                        table, rows -> target.failures().selected().set(rows.stream().findFirst()));
        target.failures().frame(keeper::around);
        bag.add(() -> target.failures().frame(Runnable::run));
        bag.add(() -> table.setItems(null));
    }

    private void setUpCause() {
        columns.cells(
                        state,
                        group -> state(texts, group),
                        Comparator.comparing(FailureGroup::seen).thenComparing(BY_ID),
                        () -> new FailureStateCell(texts))
                .text(
                        stage,
                        group -> texts.word(group.stage()),
                        Comparator.comparing(FailureGroup::stage).thenComparing(BY_ID))
                .text(
                        category,
                        group -> texts.word(group.category()),
                        Comparator.comparing(FailureGroup::category).thenComparing(BY_ID))
                .text(cause, this::cause, Comparator.comparing(this::cause).thenComparing(BY_ID));
    }

    private void setUpCounts() {
        columns.text(
                        count,
                        group -> Formats.number(group.count()),
                        Comparator.comparingLong(FailureGroup::count).thenComparing(BY_ID))
                .text(
                        last,
                        group -> target.words().formats().time(group.lastSeen()),
                        Comparator.comparing(FailureGroup::lastSeen).thenComparing(BY_ID))
                .text(
                        clients,
                        group -> Formats.number(group.clients().count()),
                        Comparator.comparingInt((FailureGroup group) -> group.clients().count())
                                .thenComparing(BY_ID))
                .text(retry, target.details()::retry, BY_ID);
    }

    @FXML
    private void keyPressed(KeyEvent key) {
        if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
            key.consume();
            columns.copy(table);
        } else if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            target.details().open().set(true);
        }
    }

    @Override
    public void dispose() {
        bag.close();
    }

    static String state(Texts texts, FailureGroup group) {
        return texts.get(group.seen() ? "failures.seen" : "failures.new");
    }

    private String cause(FailureGroup group) {
        if (group.id() == FailureGroup.OTHER) {
            return texts.get("failures.other");
        }
        return group.latest().text().isBlank()
                ? Formats.text(group.latest().type())
                : group.latest().text();
    }
}
