package leasehold.ui.leases;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.RecordCell;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** How long a lease was waited for; a flash if it opened the session. */
final class WaitCell extends RecordCell<LeaseRow, LeaseRecord> {

    private final FontIcon flash = new FontIcon(Look.OPENER.icon());
    private final Tooltip hint;

    WaitCell(Texts texts) {
        flash.getStyleClass().addAll("ic12", "st-" + Look.OPENER.tone());
        hint = new Tooltip(texts.get("leases.opener"));
        setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    protected void show(LeaseRecord lease) {
        setText(LeaseColumns.waited(lease));
        setGraphic(lease.opener() ? flash : null);
        setTooltip(lease.opener() ? hint : null);
    }
}
