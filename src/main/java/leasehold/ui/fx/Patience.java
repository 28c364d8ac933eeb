package leasehold.ui.fx;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Shows that something goes on, once that has lasted for longer than anybody notices. */
public final class Patience {

    private static final Duration BEARABLE = Duration.seconds(1);

    private Patience() {}

    /** Has a node shown while something goes on for over a second, until that is taken back. */
    public static Subscription show(Node node, ObservableValue<Boolean> going) {
        PauseTransition wait = new PauseTransition(BEARABLE);
        wait.setOnFinished(_ -> node.setVisible(going.getValue()));
        node.setVisible(false);
        return Subscription.combine(
                going.subscribe(
                        goes -> {
                            if (goes) {
                                wait.playFromStart();
                            } else {
                                wait.stop();
                                node.setVisible(false);
                            }
                        }),
                wait::stop);
    }
}
