package leasehold.ui.events;

import javafx.css.PseudoClass;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.EventRecord;
import leasehold.ui.model.EventRow;
import leasehold.ui.model.Look;

/** The kind of an event; sets the whole row of a gap apart. */
final class KindCell extends RecordCell<EventRow, EventRecord> {

    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");

    private final StateMark mark = new StateMark();

    @Override
    protected void show(EventRecord row) {
        Look look = Look.of(row.kind());
        mark.show(look.icon(), look.tone(), row.kind().text());
        setGraphic(mark);
        styleRow(GAP, row.gap());
    }

    @Override
    protected void clear() {
        super.clear();
        styleRow(GAP, false);
    }
}
