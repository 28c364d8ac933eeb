package leasehold.ui.model;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import leasehold.simulation.Preset;
import leasehold.simulation.Simulator;

/** The simulated clients of a test target. */
public final class SimulatorModel {

    private final Simulator simulator;
    private final ReadOnlyIntegerWrapper clients = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.TEN_CALM);

    /** Creates the model of a simulator. */
    public SimulatorModel(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Returns the scenarios to choose from. */
    public List<Preset> presets() {
        return List.of(Preset.values());
    }

    /** Returns which scenario is chosen. */
    public ObjectProperty<Preset> preset() {
        return preset;
    }

    /** Returns how many clients there are. */
    public ReadOnlyIntegerProperty clients() {
        return clients.getReadOnlyProperty();
    }

    /** Returns whether a scenario runs. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Has clients come, or the newest leave if negative. */
    public void change(int by) {
        if (by > 0) {
            simulator.add(by);
        } else {
            simulator.remove(-by);
        }
        refresh();
    }

    /** Has all clients leave, and the scenario stop with them. */
    public void releaseAll() {
        simulator.releaseAll();
        refresh();
    }

    /** Starts the chosen scenario, or stops the one that runs. */
    public void toggle() {
        if (simulator.running().isPresent()) {
            simulator.stop();
        } else {
            simulator.start(preset.get().scenario());
        }
        refresh();
    }

    void refresh() {
        clients.set(simulator.count());
        running.set(simulator.running().isPresent());
    }
}
