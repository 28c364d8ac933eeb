package leasehold.ui.events;

import static java.util.Comparator.comparingLong;

import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import leasehold.ui.fx.Columns;
import leasehold.ui.model.EventRecord;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.EventsModel;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;

/** The columns of the events, which stay in the order of time. */
final class EventColumns {

    private final EventsModel model;
    private final Formats formats;
    private final Columns<EventRow, EventRecord> columns;

    EventColumns(TableView<EventRow> table, TargetModel target, MenuButton chosen) {
        model = target.events();
        formats = target.words().formats();
        columns = new Columns<>(table, EventRow::record, comparingLong(EventRecord::number));
        when();
        what();
        columns.fold("text", "took", "delta", "session", "client").chosenBehind(chosen);
    }

    Columns<EventRow, EventRecord> columns() {
        return columns;
    }

    private void when() {
        text("number", row -> Formats.number(row.number()));
        columns.cells(
                "time",
                row -> formats.time(row.at()),
                comparingLong(EventRecord::number),
                () -> new TimeCell(formats));
        text("delta", row -> model.sinceAbove(row).map(Formats::duration).orElse(Formats.MISSING));
    }

    private void what() {
        columns.cells(
                "kind",
                row -> row.kind().text(),
                comparingLong(EventRecord::number),
                KindCell::new);
        text("session", row -> id("#", row.epoch()));
        text("lease", row -> id("L-", row.lease()));
        text("client", row -> Formats.text(row.client()));
        text("took", row -> Formats.nanos(row.tookNanos()));
        text("text", row -> Formats.text(model.text(row)));
    }

    private void text(String id, Function<EventRecord, String> text) {
        columns.text(id, text, comparingLong(EventRecord::number));
    }

    private static String id(String mark, long number) {
        return number == 0 ? Formats.MISSING : mark + number;
    }
}
