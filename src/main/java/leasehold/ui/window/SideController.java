package leasehold.ui.window;

import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Choices;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.model.DetailsModel.Page;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.TargetModel;

/** The side pane: what is selected in full, sharing, and on a test target the scenario. */
public final class SideController implements Disposable {

    private final TargetModel target;
    private final Map<Page, Room<?>> pages;
    private final Bag bag = new Bag();

    @FXML private ToggleGroup tabs;
    @FXML private ToggleButton simulator;
    @FXML private StackPane body;

    /**
     * Creates the pane of a target.
     *
     * @param pages its pages; that of the simulator is missing where there are no simulated clients
     */
    public SideController(TargetModel target, Map<Page, Room<?>> pages) {
        this.target = target;
        this.pages = Map.copyOf(pages);
    }

    @FXML
    private void initialize() {
        Nodes.show(simulator, pages.containsKey(Page.SIMULATOR));
        bag.add(Choices.bind(tabs, page()));
        bag.add(page().subscribe(this::turn));
        target.simulator().map(SimulatorModel::settings).ifPresent(this::follow);
    }

    @FXML
    private void close() {
        target.details().open().set(false);
    }

    @Override
    public void dispose() {
        bag.close();
        pages.values().forEach(Room::dispose);
    }

    /** The settings are open while their page is in front, and not when the pane is closed. */
    private void follow(BooleanProperty settings) {
        bag.add(page().subscribe(now -> settings.set(now == Page.SIMULATOR)));
        bag.add(
                settings.subscribe(
                        open -> {
                            if (open) {
                                page().set(Page.SIMULATOR);
                            }
                        }));
        bag.add(
                target.details()
                        .open()
                        .subscribe(
                                open -> {
                                    if (!open && settings.get()) {
                                        page().set(Page.DETAILS);
                                    }
                                }));
    }

    private void turn(Page page) {
        body.getChildren().setAll(Objects.requireNonNull(pages.get(page)).root());
        if (page != Page.DETAILS) {
            target.details().open().set(true);
        }
    }

    private ObjectProperty<Page> page() {
        return target.details().page();
    }
}
