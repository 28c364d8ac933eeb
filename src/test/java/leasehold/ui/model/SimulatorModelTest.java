package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leasehold.session.ScriptedBackend;
import leasehold.session.ServerSessionController;
import leasehold.simulation.Arrivals;
import leasehold.simulation.Faults;
import leasehold.simulation.Preset;
import leasehold.simulation.Scenario;
import leasehold.simulation.Simulator;
import leasehold.ui.model.SimulatorModel.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written on the simulator's page, and what comes of it. */
class SimulatorModelTest {

    private final ServerSessionController controller =
            ServerSessionController.over(new ScriptedBackend()).name("demo").build();
    private final List<Map<String, String>> server = new ArrayList<>();
    private final Simulator simulator = new Simulator(controller, server::add);
    private final ReplayModel replay = new ReplayModel(Runnable::run, Runnable::run);
    private final SimulatorModel model = new SimulatorModel(simulator, true, replay);

    @TempDir private Path folder;

    @AfterEach
    void tearDown() {
        simulator.close();
        controller.close();
    }

    @Test
    void choosingAPresetPreparesItAndPutsNothingInForce() {
        model.preset().set(Preset.FLAKY_SERVER);
        assertThat(right()).isEqualTo(Preset.FLAKY_SERVER.scenario());
        assertThat(model.draft().get().values())
                .containsEntry("failsUnreachable", "0.8")
                .containsEntry("rate", "2");
        assertThat(model.draft().get().changed()).isFalse();
        assertThat(server).isEmpty();
    }

    @Test
    void pickedPresetStartsUnlessItsSettingsAreOpen() {
        model.settings().set(true);
        model.pick(Preset.FLAKY_SERVER);
        assertThat(right()).isEqualTo(Preset.FLAKY_SERVER.scenario());
        assertThat(simulator.running()).isEmpty();
        model.settings().set(false);
        model.pick(Preset.LEAKY_CLIENT);
        assertThat(simulator.running()).contains(Preset.LEAKY_CLIENT.scenario());
    }

    @Test
    void startRunsWhatIsWrittenAndStopEndsItsFaults() {
        model.write("clients", "3");
        model.write("arrivals", "burst");
        model.write("burst", "2");
        model.toggle();
        assertThat(simulator.running()).contains(right());
        assertThat(right().clients()).isEqualTo(3);
        assertThat(right().arrivals()).isInstanceOf(Arrivals.Burst.class);
        assertThat(model.now().get().mode()).isEqualTo(Mode.RUNNING);
        model.write("leaks", "0.5");
        assertThat(model.now().get().faults()).isEqualTo(Faults.ofClients(0.5, 0));
        model.toggle();
        assertThat(model.now().get().mode()).isEqualTo(Mode.IDLE);
        assertThat(model.now().get().faults()).isEqualTo(Faults.NONE);
    }

    @Test
    void badInputIsSaidAtItsSettingAndNothingIsAppliedHalf() {
        model.write("clients", "0");
        model.write("loss", "0.5");
        assertThat(model.draft().get().flaws())
                .containsExactly(
                        Map.entry(
                                "clients",
                                "setting 'clients' is '0'; allowed is from 1 to 100000"));
        model.toggle();
        model.step();
        assertThat(simulator.running()).isEmpty();
        assertThat(model.command()).isEmpty();
        assertThat(server).isEmpty();
        model.write("clients", "4");
        assertThat(model.draft().get().flaws()).isEmpty();
        assertThat(server).containsExactly(Map.of("loss", "0.5"));
    }

    @Test
    void faultsComeIntoForceAtOnceAndTheRestWithTheNextStart() {
        model.write("seed", "9");
        assertThat(server).isEmpty();
        model.write("openTakes", "2s");
        assertThat(server).containsExactly(Map.of("openTakes", "2s"));
        assertThat(model.draft().get().changed()).isTrue();
        model.clearFaults();
        assertThat(model.now().get().faults()).isEqualTo(Faults.NONE);
        assertThat(right().faults()).isEqualTo(Faults.NONE);
        assertThat(right().seed()).isEqualTo(9);
    }

    @Test
    void faultsThatARealServerDoesNotTakeAreNotSaidToBeInForce() {
        SimulatorModel ofReal = new SimulatorModel(simulator, false, replay);
        ofReal.write("loss", "1");
        ofReal.write("leaks", "0.5");
        assertThat(ofReal.now().get().faults()).isEqualTo(Faults.ofClients(0.5, 0));
    }

    @Test
    void undoTakesAllChangesBack() {
        model.write("hold", "log-normal");
        model.write("holdSpread", "x");
        assertThat(model.draft().get().flaws()).hasSize(1);
        model.reset();
        assertThat(right()).isEqualTo(Preset.TEN_CALM.scenario());
    }

    @Test
    void flawOfAKindThatIsNotChosenDoesNotMatter() {
        model.write("think", "uniform");
        model.write("thinkMost", "x");
        model.write("think", "fixed");
        assertThat(model.draft().get().flaws()).isEmpty();
        assertThat(model.draft().get().used()).contains("thinkTime").doesNotContain("thinkMost");
    }

    @Test
    void stepStartsTheScenarioAndStopsThere() {
        model.write("apart", "1h");
        model.step();
        assertThat(model.now().get().mode()).isEqualTo(Mode.STEPPING);
        await().until(() -> controller.snapshot().ledger().held() == 1);
        model.toggle();
        assertThat(model.now().get().mode()).isEqualTo(Mode.IDLE);
    }

    @Test
    void savedScenarioIsOpenedUnderTheNameOfItsFile() throws IOException {
        Path file = folder.resolve("night.scenario");
        model.write("clients", "77");
        model.save(file);
        SimulatorModel other = new SimulatorModel(simulator, true, replay);
        other.open(file);
        assertThat(other.preset().get()).isNull();
        assertThat(other.file()).isEqualTo("night");
        assertThat(other.draft().get().scenario()).contains(right());
        assertThat(other.draft().get().changed()).isFalse();
    }

    @Test
    void malformedFileChangesNothing() throws IOException {
        Path file = folder.resolve("bad.scenario");
        Files.writeString(file, "leasehold.scenario = 1\nspeed = 9\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.open(file))
                .withMessageStartingWith("setting 'speed' is unknown");
        assertThat(model.preset().get()).isEqualTo(Preset.TEN_CALM);
        assertThat(model.file()).isEmpty();
        assertThat(right()).isEqualTo(Preset.TEN_CALM.scenario());
    }

    @Test
    void commandSaysWhatIsWritten() {
        model.write("seed", "42");
        assertThat(model.command())
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .startsWith("leasehold simulate ")
                                        .contains(" --hold=exponential", " --seed=42"));
    }

    @Test
    void faultsAreSaidInWords() {
        FaultWords words = new FaultWords(Facts.TEXTS);
        assertThat(words.of(Faults.NONE)).isEmpty();
        assertThat(words.of(Preset.FLAKY_SERVER.scenario().faults()))
                .isEqualTo("Faults: open takes 200 ms, open fails 80 %");
        assertThat(words.of(new Faults(Map.of("loss", "0.05", "openHangs", "0.005"), 0.1, 0.25)))
                .isEqualTo(
                        "Faults: open hangs 0.5 %, connection lost 5 %, released twice 25 %, gone"
                                + " without release 10 %");
    }

    @Test
    void chancesReadInPercent() {
        assertThat(Unit.PERCENT.shown("0.05")).isEqualTo("5");
        assertThat(Unit.PERCENT.typed("5 %")).isEqualTo("0.05");
        assertThat(Unit.PERCENT.typed("100")).isEqualTo("1");
        assertThat(Unit.PERCENT.typed("often")).isEqualTo("often");
        assertThat(Unit.PERCENT.allows("1.5")).isFalse();
        assertThat(Unit.PLAIN.typed(" 5s ")).isEqualTo("5s");
    }

    private Scenario right() {
        return model.draft().get().scenario().orElseThrow();
    }
}
