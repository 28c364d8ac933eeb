package leasehold.ui.fx;

import javafx.fxml.FXML;
import javafx.scene.Node;

/** The controller of a dialog. Cancel and Escape close it, and nothing is done. */
public abstract class Question {

    private final Runnable close;

    /**
     * Creates the controller.
     *
     * @param close closes the dialog
     */
    protected Question(Runnable close) {
        this.close = close;
    }

    /** Returns what has the focus first. */
    public abstract Node first();

    /** Closes the dialog. */
    @FXML
    protected final void cancel() {
        close.run();
    }
}
