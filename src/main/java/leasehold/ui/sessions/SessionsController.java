package leasehold.ui.sessions;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Chips;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.EmptyTable;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.LiveTable;
import leasehold.ui.fx.Newest;
import leasehold.ui.fx.Pill;
import leasehold.ui.model.LiveRows;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.SessionsModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The sessions: what was opened and closed, when, by whom and why. */
public final class SessionsController implements Disposable {

    private final TargetModel target;
    private final SessionsModel model;
    private final Texts texts;
    private final Bag bag = new Bag();
    private Optional<Columns<SessionRow, SessionRecord>> columns = Optional.empty();

    @FXML private ToggleButton openedToday;
    @FXML private ToggleButton unclosed;
    @FXML private Label count;
    @FXML private MenuButton chosen;
    @FXML private TableView<SessionRow> table;
    @FXML private MenuItem retryClose;
    @FXML private MenuItem forget;
    @FXML private Pill pill;
    @FXML private EmptyTable empty;

    /** Creates the table of a target. */
    public SessionsController(TargetModel target) {
        this.target = target;
        model = target.sessions();
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        openedToday.setText(
                target.words().day("sessions.chip.openedToday", "sessions.chip.openedThen"));
        Columns<SessionRow, SessionRecord> made =
                new SessionColumns(table, target, chosen).columns();
        columns = Optional.of(made);
        LiveRows<SessionRow> rows = model.live();
        LiveTable<SessionRow> live =
                new LiveTable<SessionRow>(
                                table,
                                pill,
                                Newest.FIRST,
                                selected -> model.selected().set(selected.stream().findFirst()))
                        .order("session", Newest.LAST)
                        .order("opened", Newest.LAST)
                        .showing(rows.shown(), rows::shownBy, rows.fresh(), model::look)
                        .copying(made)
                        .on(Keys.DETAILS, () -> target.details().open().set(true))
                        .on(Keys.CLEAR_FILTER, this::clearFilter)
                        .chip(openedToday, model.openedToday())
                        .chip(unclosed, model.unclosed())
                        .counting(this::count);
        table.setRowFactory(_ -> new PastRow());
        model.onReveal(live::reveal);
        bag.add(live::dispose);
        bag.add(() -> model.onReveal(_ -> {}));
    }

    @FXML
    private void menuShown() {
        boolean stray = model.selected().get().filter(SessionRow::unclosed).isPresent();
        boolean may = stray && target.permits().any().get().isEmpty();
        retryClose.setDisable(!may);
        forget.setDisable(!may);
    }

    @FXML
    private void retryClose() {
        model.selected().get().map(SessionRow::epoch).ifPresent(target.acts()::retryClose);
    }

    @FXML
    private void forget() {
        model.selected().get().map(SessionRow::epoch).ifPresent(target.acts()::forget);
    }

    @FXML
    private void copy() {
        columns.ifPresent(Columns::copy);
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
        int all = model.kept();
        if (model.filtered()) {
            String wanted = Chips.wanted("", openedToday, unclosed);
            count.setText(texts.get("sessions.countOf", model.rows().size(), all));
            empty.sayFiltered(
                    texts.get("sessions.empty.filtered", all, wanted),
                    texts.get("table.clear.key", Keys.CLEAR_FILTER.text()));
        } else {
            String key = model.more() ? "sessions.countNewest" : "sessions.count";
            count.setText(texts.get(key, all));
            empty.say(texts.get("sessions.empty"), texts.get("sessions.empty.why"));
        }
    }
}
