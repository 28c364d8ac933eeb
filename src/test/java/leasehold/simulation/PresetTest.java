package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import leasehold.backend.Setting;
import leasehold.backend.simulated.SimulatedBackendProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

    @ParameterizedTest
    @EnumSource
    void faultsOfAPresetAreSettingsOfTheSimulatedServer(Preset preset) {
        assertThatCode(() -> SimulatedBackendProvider.faults(preset.scenario().faults().server()))
                .doesNotThrowAnyException();
    }

    @Test
    void serverFaultsHaveTheNamesAndBoundsOfTheSimulatedServer() {
        Map<String, Setting> known =
                new SimulatedBackendProvider()
                        .settings().stream()
                                .collect(Collectors.toMap(Setting::name, Function.identity()));
        assertThat(Vocabulary.ofServer())
                .isNotEmpty()
                .allSatisfy(
                        ours -> {
                            Setting theirs = known.get(ours.name());
                            assertThat(theirs).as(ours.name()).isNotNull();
                            assertThat(ours.type()).isEqualTo(theirs.type());
                            assertThat(ours.min()).isEqualTo(theirs.min());
                            assertThat(ours.max()).isEqualTo(theirs.max());
                        });
        Map<String, String> defaults = new HashMap<>();
        Vocabulary.ofServer().forEach(ours -> defaults.put(ours.name(), ours.initial()));
        assertThat(SimulatedBackendProvider.faults(defaults))
                .isEqualTo(SimulatedBackendProvider.faults(Map.of()));
    }
}
