package leasehold.ui.leases;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import leasehold.monitor.LeaseRecord;
import leasehold.simulation.Simulator;
import leasehold.ui.fx.TextCell;
import leasehold.ui.model.LeaseRow;
import org.kordamp.ikonli.javafx.FontIcon;

/** The client of a lease; a flask behind its name if it is simulated. */
final class ClientCell extends TextCell<LeaseRow, LeaseRecord> {

    private final FontIcon flask = new FontIcon("ci-chemistry");

    ClientCell() {
        super(LeaseRecord::client, OverrunStyle.ELLIPSIS);
        flask.getStyleClass().addAll("ic12", "sim-icon");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void show(LeaseRecord lease) {
        super.show(lease);
        setGraphic(lease.purpose().equals(Simulator.PURPOSE) ? flask : null);
    }
}
