package leasehold.ui.leases;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import leasehold.monitor.LeaseRecord;
import leasehold.simulation.Simulator;
import leasehold.ui.model.LeaseRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The client of a lease; a flask behind its name if it is simulated. */
final class ClientCell extends TableCell<LeaseRow, LeaseRecord> {

    private final FontIcon flask = new FontIcon("ci-chemistry");

    ClientCell() {
        flask.getStyleClass().addAll("ic12", "sim-icon");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable LeaseRecord lease, boolean empty) {
        super.updateItem(lease, empty);
        boolean shown = !empty && lease != null;
        setText(shown ? lease.client() : null);
        setGraphic(shown && lease.purpose().equals(Simulator.PURPOSE) ? flask : null);
    }
}
