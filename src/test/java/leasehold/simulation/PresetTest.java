package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;

import leasehold.backend.simulated.SimulatedBackendProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    @ParameterizedTest
    @EnumSource
    void faultsOfAPresetAreSettingsOfTheSimulatedServer(Preset preset) {
        assertThatCode(() -> SimulatedBackendProvider.faults(preset.scenario().faults().server()))
                .doesNotThrowAnyException();
    }
}
