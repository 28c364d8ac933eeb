package leasehold.ui.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Fold;
import leasehold.ui.fx.RowKeeper;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The sessions: what was opened and closed, when, by whom and why. */
public final class SessionsController implements Disposable {

    private static final Comparator<SessionRecord> BY_EPOCH =
            Comparator.comparingLong(SessionRecord::epoch);

    private final TargetModel target;
    private final Texts texts;
    private final Formats formats;
    private final Columns<SessionRow, SessionRecord> columns = new Columns<>(SessionRow::record);
    private final Bag bag = new Bag();

    @FXML private TableView<SessionRow> table;
    @FXML private TableColumn<SessionRow, SessionRecord> state;
    @FXML private TableColumn<SessionRow, SessionRecord> session;
    @FXML private TableColumn<SessionRow, SessionRecord> opened;
    @FXML private TableColumn<SessionRow, SessionRecord> took;
    @FXML private TableColumn<SessionRow, SessionRecord> openFor;
    @FXML private TableColumn<SessionRow, SessionRecord> openedBy;
    @FXML private TableColumn<SessionRow, SessionRecord> leases;
    @FXML private TableColumn<SessionRow, SessionRecord> peak;
    @FXML private TableColumn<SessionRow, SessionRecord> closed;
    @FXML private TableColumn<SessionRow, SessionRecord> why;
    @FXML private TableColumn<SessionRow, SessionRecord> closedBy;
    @FXML private TableColumn<SessionRow, SessionRecord> failures;

    /** Creates the table of a target. */
    public SessionsController(TargetModel target) {
        this.target = target;
        texts = target.words().texts();
        formats = target.words().formats();
    }

    @FXML
    private void initialize() {
        setUpOpening();
        setUpUse();
        setUpClosing();
        Fold.columns(table, openedBy, List.of(failures, closedBy, closed, peak));
        SortedList<SessionRow> sorted = new SortedList<>(target.sessions().rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        RowKeeper<SessionRow> keeper =
                new RowKeeper<>(
                        table, rows -> target.sessions().selected().set(rows.stream().findFirst()));
        target.sessions().frame(keeper::around);
        bag.add(() -> target.sessions().frame(Runnable::run));
        bag.add(() -> table.setItems(null));
    }

    private void setUpOpening() {
        columns.cells(
                        state,
                        record -> texts.word(record.state()),
                        Comparator.comparing(SessionRecord::state).thenComparing(BY_EPOCH),
                        () -> new SessionStateCell(texts))
                .text(session, record -> "#" + record.epoch(), BY_EPOCH)
                .text(
                        opened,
                        record -> formats.time(record.opening().openedAt()),
                        byTime(record -> record.opening().openedAt()))
                .text(
                        took,
                        record -> Formats.nanos(record.opening().tookNanos()),
                        Comparator.comparingLong((SessionRecord r) -> r.opening().tookNanos())
                                .thenComparing(BY_EPOCH))
                .cells(
                        openFor,
                        record -> OpenForCell.text(target, record),
                        Comparator.comparing(this::openFor).thenComparing(BY_EPOCH),
                        () -> new OpenForCell(target))
                .text(
                        openedBy,
                        record -> Formats.text(record.opening().openedBy()),
                        Comparator.comparing((SessionRecord r) -> r.opening().openedBy())
                                .thenComparing(BY_EPOCH));
    }

    private void setUpUse() {
        columns.text(
                        leases,
                        record -> Formats.number(record.use().granted()),
                        Comparator.comparingLong((SessionRecord r) -> r.use().granted())
                                .thenComparing(BY_EPOCH))
                .text(
                        peak,
                        record -> Formats.number(record.use().peak()),
                        Comparator.comparingInt((SessionRecord r) -> r.use().peak())
                                .thenComparing(BY_EPOCH));
    }

    private void setUpClosing() {
        columns.text(
                        closed,
                        record -> formats.time(record.closedAt()),
                        byTime(SessionRecord::closedAt))
                .text(why, this::why, Comparator.comparing(this::why).thenComparing(BY_EPOCH))
                .text(
                        closedBy,
                        record -> Formats.text(record.closedBy()),
                        Comparator.comparing(SessionRecord::closedBy).thenComparing(BY_EPOCH))
                .text(
                        failures,
                        record ->
                                record.failures() == 0
                                        ? Formats.MISSING
                                        : Formats.number(record.failures()),
                        Comparator.comparingInt(SessionRecord::failures).thenComparing(BY_EPOCH));
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

    private Duration openFor(SessionRecord record) {
        return record.openFor(formats.now()).orElse(Duration.ZERO);
    }

    private String why(SessionRecord record) {
        return record.ending()
                .flatMap(SessionRecord.Ending::why)
                .map(texts::word)
                .orElse(
                        record.state() == SessionRecord.State.OPEN_FAILED
                                ? texts.word(record.state())
                                : Formats.MISSING);
    }

    private static Comparator<SessionRecord> byTime(Function<SessionRecord, Optional<Instant>> at) {
        return Comparator.comparing((SessionRecord record) -> at.apply(record).orElse(Instant.MAX))
                .thenComparing(BY_EPOCH);
    }
}
