package leasehold.ui.window;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.TargetModel;

/** The side pane: what is selected in full; on a test target also the simulator's scenario. */
public final class SideController implements Disposable {

    private final TargetModel target;
    private final Room<?> ofDetails;
    private final Optional<Room<?>> ofSimulator;
    private final Bag bag = new Bag();

    @FXML private ToggleButton details;
    @FXML private ToggleButton simulator;
    @FXML private StackPane body;

    /**
     * Creates the pane of a target.
     *
     * @param ofDetails what is selected
     * @param ofSimulator the scenario, if the target has simulated clients
     */
    public SideController(TargetModel target, Room<?> ofDetails, Optional<Room<?>> ofSimulator) {
        this.target = target;
        this.ofDetails = ofDetails;
        this.ofSimulator = ofSimulator;
    }

    @FXML
    private void initialize() {
        body.getChildren().setAll(ofDetails.root());
        details.setSelected(true);
        Nodes.show(simulator, ofSimulator.isPresent());
        target.simulator()
                .map(SimulatorModel::settings)
                .ifPresent(
                        settings -> {
                            bag.add(settings.subscribe(this::turn));
                            bag.add(
                                    target.details()
                                            .open()
                                            .subscribe(
                                                    open -> settings.set(settings.get() && open)));
                        });
    }

    @FXML
    private void showDetails() {
        show(false);
    }

    @FXML
    private void showSimulator() {
        show(true);
    }

    @FXML
    private void close() {
        target.details().open().set(false);
    }

    @Override
    public void dispose() {
        bag.close();
        ofDetails.dispose();
        ofSimulator.ifPresent(Room::dispose);
    }

    private void show(boolean settings) {
        target.simulator().ifPresent(model -> model.settings().set(settings));
        turn(settings);
    }

    private void turn(boolean settings) {
        details.setSelected(!settings);
        simulator.setSelected(settings);
        body.getChildren()
                .setAll(settings ? ofSimulator.orElse(ofDetails).root() : ofDetails.root());
        if (settings) {
            target.details().open().set(true);
        }
    }
}
