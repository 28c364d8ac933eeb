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
import leasehold.simulation.Faults;
import leasehold.simulation.Load;
import leasehold.simulation.Preset;
import leasehold.simulation.Replay;
import leasehold.simulation.Scenario;
import leasehold.simulation.ScenarioFile;
import leasehold.simulation.Simulator;
import leasehold.simulation.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The simulated clients of a test target, and the scenario that is prepared for them. */
public final class SimulatorModel {

    private final Simulator simulator;
    private final boolean serverObeys;
    private final ReplayModel replay;
    private final ReadOnlyObjectWrapper<Now> now = new ReadOnlyObjectWrapper<>(Now.IDLE);
    private final ReadOnlyObjectWrapper<Draft> draft =
            new ReadOnlyObjectWrapper<>(Draft.of(Preset.TEN_CALM.scenario()));
    private final ReadOnlyIntegerWrapper clients = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.TEN_CALM);
    private final BooleanProperty settings = new SimpleBooleanProperty();
    private String file = "";
    private Origin former = new Origin(Preset.TEN_CALM, "");
    private Faults intended = Faults.NONE;

    /**
     * What goes on.
     *
     * @param mode how the scenario goes on
     * @param missed how many of its clients came while all were busy
     * @param visits how many visits of a replay have begun
     * @param faults those in force
     */
    public record Now(Mode mode, long missed, Visits visits, Faults faults) {
        private static final Now IDLE = new Now(Mode.IDLE, 0, Visits.NONE, Faults.NONE);
    }

    /**
     * How far a replay is.
     *
     * @param begun how many visits have begun
     * @param all of how many; 0 where no replay runs
     */
    public record Visits(int begun, int all) {
        private static final Visits NONE = new Visits(0, 0);
    }

    /** Where a scenario is from: a preset, or a file. */
    private record Origin(@Nullable Preset preset, String file) {}

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
     * @param replay whose clients come in place of a scenario's
     */
    public SimulatorModel(Simulator simulator, boolean serverObeys, ReplayModel replay) {
        this.simulator = simulator;
        this.serverObeys = serverObeys;
        this.replay = replay;
        preset.subscribe(this::choose);
        replay.chosen().subscribe(this::replaced);
    }

    /** Returns the scenarios to choose from. */
    public List<Preset> presets() {
        return List.of(Preset.values());
    }

    /** Returns which scenario is chosen; null for one from a file, and for a recording. */
    public ObjectProperty<Preset> preset() {
        return preset;
    }

    /** Returns the name of the file that the scenario or the recording is from; empty if none. */
    public String file() {
        return file;
    }

    /** Returns the scenario that is prepared. */
    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns the recording that takes the place of the scenario's clients. */
    public ReplayModel replay() {
        return replay;
    }

    /** Has the scenario's clients come again, as they were written. */
    public void clearReplay() {
        replay.clear();
        Draft kept = draft.get();
        Faults then = intended;
        preset.set(former.preset());
        file = former.file();
        intended = then;
        draft.set(kept);
        refresh();
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

    /** Starts the scenario or the replay, or stops the one that runs. */
    public void toggle() {
        if (simulator.running().isPresent()) {
            simulator.stop();
        } else {
            load().ifPresent(simulator::start);
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
        simulator.running().or(this::load).ifPresent(simulator::step);
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
        replay.clear();
        file = Objects.toString(source.getFileName()).replace(ScenarioFile.ENDING, "");
        preset.set(null);
        load(opened);
    }

    /** Returns the command that does what Start does; empty while the scenario has a flaw. */
    public Optional<String> command() {
        return draft.get().scenario().map(replay::command);
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
        now.set(new Now(mode, simulator.missed(), visits(), obeyed(simulator.faults())));
    }

    private Visits visits() {
        return simulator.running().orElse(null) instanceof Replay running
                ? new Visits(simulator.begun(), running.script().size())
                : Visits.NONE;
    }

    private Optional<Load> load() {
        return draft.get().scenario().map(replay::load);
    }

    /** Faults and seed stay, and so does what is written of the scenario's clients. */
    private void replaced(Optional<ReplayModel.Chosen> before, Optional<ReplayModel.Chosen> now) {
        if (now.isPresent()) {
            if (before.isEmpty()) {
                former = new Origin(preset.get(), file);
            }
            file = now.get().name();
            preset.set(null);
        }
    }

    private void choose(@Nullable Preset chosen) {
        if (chosen != null) {
            replay.clear();
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
