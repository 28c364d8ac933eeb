package leasehold.ui.leases;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** How long a lease was waited for; a flash if it opened the session. */
final class WaitCell extends TableCell<LeaseRow, LeaseRecord> {

    private final FontIcon flash = new FontIcon(Look.OPENER.icon());
    private final Tooltip hint;

    WaitCell(Texts texts) {
        flash.getStyleClass().addAll("ic12", "st-" + Look.OPENER.tone());
        hint = new Tooltip(texts.get("leases.opener"));
        setContentDisplay(ContentDisplay.LEFT);
    }

    @Override
    protected void updateItem(@Nullable LeaseRecord lease, boolean empty) {
        super.updateItem(lease, empty);
        boolean shown = !empty && lease != null;
        boolean opener = shown && lease.opener();
        setText(shown ? LeasesController.waited(lease) : null);
        setGraphic(opener ? flash : null);
        setTooltip(opener ? hint : null);
    }
}
