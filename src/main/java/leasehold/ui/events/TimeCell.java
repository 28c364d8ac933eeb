package leasehold.ui.events;

import javafx.scene.control.Tooltip;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.model.EventRecord;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.Formats;

/** When an event happened; its tooltip says so to the nanosecond, here and in UTC. */
final class TimeCell extends RecordCell<EventRow, EventRecord> {

    private final Tooltip exact = new Tooltip();
    private final Formats formats;

    TimeCell(Formats formats) {
        this.formats = formats;
    }

    @Override
    protected void show(EventRecord row) {
        setText(formats.time(row.at()));
        exact.setText(formats.exact(row.at()));
        setTooltip(exact);
    }
}
