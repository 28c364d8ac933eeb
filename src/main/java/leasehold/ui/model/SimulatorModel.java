package leasehold.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import leasehold.backend.FailureCategory;
import leasehold.backend.Setting;
import leasehold.simulation.CommandLine;
import leasehold.simulation.Faults;
import leasehold.simulation.Preset;
import leasehold.simulation.Scenario;
import leasehold.simulation.ScenarioFile;
import leasehold.simulation.Simulator;
import leasehold.simulation.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The simulated clients of a test target, and the scenario that is prepared for them. */
public final class SimulatorModel {

    private final Simulator simulator;
    private final boolean serverObeys;
    private final ReadOnlyObjectWrapper<Now> now = new ReadOnlyObjectWrapper<>(Now.IDLE);
    private final ReadOnlyObjectWrapper<Draft> draft =
            new ReadOnlyObjectWrapper<>(Draft.of(Preset.TEN_CALM.scenario()));
    private final ReadOnlyIntegerWrapper clients = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.TEN_CALM);
    private final BooleanProperty settings = new SimpleBooleanProperty();
    private String file = "";
    private Faults intended = Faults.NONE;

    /**
     * What goes on.
     *
     * @param mode how the scenario goes on
     * @param missed how many of its clients came while all were busy
     * @param faults those in force
     */
    public record Now(Mode mode, long missed, Faults faults) {
        private static final Now IDLE = new Now(Mode.IDLE, 0, Faults.NONE);
    }

    /** How a scenario goes on. */
    public enum Mode {
        /** None does. */
        IDLE,
        /** By steps. */
        STEPPING,
        /** By itself. */
        RUNNING
    }

    /**
     * Creates the model of a simulator.
     *
     * @param serverObeys whether the server is simulated too, and takes faults
     */
    public SimulatorModel(Simulator simulator, boolean serverObeys) {
        this.simulator = simulator;
        this.serverObeys = serverObeys;
        preset.subscribe(this::choose);
    }

    /** Returns the scenarios to choose from. */
    public List<Preset> presets() {
        return List.of(Preset.values());
    }

    /** Returns which scenario is chosen; null for one from a file. */
    public ObjectProperty<Preset> preset() {
        return preset;
    }

    /** Returns the name of the file that the scenario is from; empty if from none. */
    public String file() {
        return file;
    }

    /** Returns the scenario that is prepared. */
    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns how many clients there are. */
    public ReadOnlyIntegerProperty clients() {
        return clients.getReadOnlyProperty();
    }

    /** Returns what goes on. */
    public ReadOnlyObjectProperty<Now> now() {
        return now.getReadOnlyProperty();
    }

    /** Returns whether the side pane shows the scenario. */
    public BooleanProperty settings() {
        return settings;
    }

    /** Tells whether the server takes faults. */
    public boolean serverObeys() {
        return serverObeys;
    }

    /** Returns what of some faults can happen here: a real server takes none. */
    public Faults obeyed(Faults faults) {
        return serverObeys ? faults : Faults.ofClients(faults.leaks(), faults.releasesTwice());
    }

    /** Returns the categories with which an opening may fail by chance. */
    public List<FailureCategory> failures() {
        return Vocabulary.failures();
    }

    /** Returns the setting for the chance of a category. */
    public String chanceOf(FailureCategory category) {
        return Vocabulary.fails(category);
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

    /** Starts the scenario, or stops the one that runs. */
    public void toggle() {
        if (simulator.running().isPresent()) {
            simulator.stop();
        } else {
            draft.get().scenario().ifPresent(simulator::start);
        }
        refresh();
    }

    /** Takes a scenario and starts it; only prepares it while its settings are open. */
    public void pick(Preset picked) {
        preset.set(picked);
        if (!settings.get() && simulator.running().isEmpty()) {
            toggle();
        }
    }

    /** Has one client of the scenario do its next act. */
    public void step() {
        simulator.running().or(draft.get()::scenario).ifPresent(simulator::step);
        refresh();
    }

    /** Writes a setting. Faults come into force at once, the rest with the next start. */
    public void write(String setting, String value) {
        write(Map.of(setting, value));
    }

    /** Has nothing go wrong any more. */
    public void clearFaults() {
        Map<String, String> none = new HashMap<>(Map.of("leaks", "0", "releasesTwice", "0"));
        for (Setting setting : Vocabulary.ofServer()) {
            none.put(setting.name(), setting.initial());
        }
        write(none);
        force(Faults.NONE);
    }

    /** Takes all changes back. */
    public void reset() {
        load(draft.get().origin());
    }

    /** Writes the scenario into a file; does nothing while it has a flaw. */
    public void save(Path target) throws IOException {
        Optional<Scenario> right = draft.get().scenario();
        if (right.isPresent()) {
            ScenarioFile.save(target, right.get());
        }
    }

    /**
     * Takes the scenario of a file.
     *
     * @throws IllegalArgumentException if it is none
     */
    public void open(Path source) throws IOException {
        Scenario opened = ScenarioFile.open(source);
        file = Objects.toString(source.getFileName()).replace(ScenarioFile.ENDING, "");
        preset.set(null);
        load(opened);
    }

    /** Returns the command that runs the scenario; empty while it has a flaw. */
    public Optional<String> command() {
        return draft.get().scenario().map(CommandLine::of);
    }

    boolean ticking() {
        return clients.get() > 0 || now.get().mode() != Mode.IDLE;
    }

    void refresh() {
        Mode mode =
                simulator.stepping()
                        ? Mode.STEPPING
                        : simulator.running().isPresent() ? Mode.RUNNING : Mode.IDLE;
        clients.set(simulator.count());
        now.set(new Now(mode, simulator.missed(), obeyed(simulator.faults())));
    }

    private void choose(@Nullable Preset chosen) {
        if (chosen != null) {
            file = "";
            load(chosen.scenario());
        }
    }

    private void load(Scenario scenario) {
        intended = scenario.faults();
        draft.set(Draft.of(scenario));
    }

    private void write(Map<String, String> changes) {
        Draft next = draft.get().with(changes);
        draft.set(next);
        next.scenario()
                .map(Scenario::faults)
                .filter(faults -> !faults.equals(intended))
                .ifPresent(this::force);
    }

    private void force(Faults faults) {
        intended = faults;
        simulator.adjust(faults);
        refresh();
    }
}
