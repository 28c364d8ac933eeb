package leasehold.figures;

import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import leasehold.session.ServerSessionController;

/** A window that shows the leases of a controller. Used on the toolkit's thread. */
interface Subject extends AutoCloseable {

    /** Which windows there are. */
    enum Kind {
        /** Ours. */
        LEASEHOLD,
        /** Merges what happened, and changes its list ten times a second. */
        COALESCING,
        /** Changes its list for every event. */
        NAIVE;

        Subject of(ServerSessionController controller) {
            return switch (this) {
                case LEASEHOLD -> new Ours(controller);
                case COALESCING -> new Plain(controller, true);
                case NAIVE -> new Plain(controller, false);
            };
        }
    }

    /** Shows the window. */
    void show(Stage stage);

    /** Returns the table of leases. */
    TableView<?> table();

    /** Returns the field of the filter. */
    TextField filter();

    /** Returns how many events the window knows of, since it was opened. */
    long counted();

    /** Returns how many leases the window says are held. */
    long held();

    @Override
    void close();
}
