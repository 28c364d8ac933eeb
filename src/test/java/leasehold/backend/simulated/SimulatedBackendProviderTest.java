package leasehold.backend.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import leasehold.backend.FailureCategory;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.SessionBackendProvider;
import org.junit.jupiter.api.Test;

class SimulatedBackendProviderTest {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SessionBackendProvider.class))
                .extracting(SessionBackendProvider::id)
                .contains("simulated", "jdbc", "ambient");
    }

    @Test
    void withoutSettingsTheServerIsCalm() {
        assertThat(SimulatedBackendProvider.faults(Map.of()))
                .isEqualTo(
                        SimulatedFaults.calm()
                                .withSeats(1_000)
                                .withOpenDeaf(0, Duration.ofSeconds(10))
                                .withLoss(0, Latency.logNormal(Duration.ofSeconds(30), 0.3)));
    }

    @Test
    void settingsBecomeFaults() {
        SimulatedFaults faults =
                SimulatedBackendProvider.faults(
                        Map.of(
                                "seats", "3",
                                "openTakes", "2s",
                                "openSpread", "0",
                                "failsLockedOut", "0.25",
                                "lossAfter", "1m",
                                "closeHangs", "1"));
        assertThat(faults.seats()).isEqualTo(3);
        assertThat(faults.open().takes()).isEqualTo(Latency.logNormal(Duration.ofSeconds(2), 0));
        assertThat(faults.open().failures()).containsEntry(FailureCategory.LOCKED_OUT, 0.25);
        assertThat(faults.loss().after().typical()).isEqualTo(Duration.ofMinutes(1));
        assertThat(faults.close().hangs()).isOne();
    }

    @Test
    void jitterTakesThePlaceOfTheNaturalSpread() {
        SimulatedFaults faults =
                SimulatedBackendProvider.faults(
                        Map.of("openTakes", "120ms", "openJitter", "40ms", "closeJitter", "0"));
        assertThat(faults.open().takes())
                .isEqualTo(Latency.jittered(Duration.ofMillis(120), Duration.ofMillis(40)));
        assertThat(faults.close().takes()).isEqualTo(Latency.fixed(Duration.ofMillis(150)));
        assertRefused(
                Map.of("openJitter", "2s"),
                "openJitter",
                "setting 'openJitter' is '2s'; allowed is up to openTakes, which is 400ms");
    }

    @Test
    void refusalNamesSettingValueAndWhatIsAllowed() {
        assertRefused(
                Map.of("openHangs", "1.5"),
                "openHangs",
                "setting 'openHangs' is '1.5'; allowed is from 0 to 1");
        assertRefused(
                Map.of("openTakes", "soon"),
                "openTakes",
                "setting 'openTakes' is 'soon'; allowed is a time such as 250ms, 5s, 2m or 1h, from"
                        + " 0 to 3600 s");
        assertRefused(
                Map.of("seats", "-1"),
                "seats",
                "setting 'seats' is '-1'; allowed is from 0 to 1000000");
    }

    @Test
    void unknownSettingIsRefusedWithTheKnown() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> SimulatedBackendProvider.faults(Map.of("speed", "9")))
                .withMessageContainingAll("'speed'", "unknown", "openTakes");
    }

    @Test
    void chancesOfFailureTogetherAreAtMostOne() {
        assertThatThrownBy(
                        () ->
                                SimulatedBackendProvider.faults(
                                        Map.of("failsUnknown", "0.7", "failsQuota", "0.7")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("failsUnknown", "failsQuota", "1.4", "from 0 to 1");
    }

    @Test
    void faultOutOfRangeIsRefusedWithItsBounds() {
        SimulatedFaults none = SimulatedFaults.none();
        assertThatThrownBy(() -> none.withOpenFailure(FailureCategory.QUOTA, 2))
                .hasMessage("open.failures.QUOTA is 2.0; allowed is from 0 to 1");
        assertThatThrownBy(() -> none.withCloseFails(-0.1))
                .hasMessage("close.fails is -0.1; allowed is from 0 to 1");
        assertThatThrownBy(() -> none.withSeats(-2)).hasMessage("seats is -2; allowed is from 0");
    }

    private static void assertRefused(Map<String, String> values, String setting, String message) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new SimulatedBackendProvider().create(values))
                .withMessage(message)
                .extracting(InvalidSettingException::setting)
                .isEqualTo(setting);
    }

    @Test
    void faultsAreSetAndTakenBack() {
        SimulatedBackend server = new SimulatedBackendProvider().create(Map.of("loss", "0.5"));
        SimulatedFaults before = server.faults();
        Consumer<Map<String, String>> faults = SimulatedBackendProvider.faultsOf(server);
        faults.accept(Map.of("loss", "1"));
        assertThat(server.faults().loss().chance()).isEqualTo(1);
        faults.accept(Map.of());
        assertThat(server.faults()).isEqualTo(before);
    }

    @Test
    void serverThatIsNotSimulatedTakesNoFaults() {
        assertThatCode(
                        () ->
                                SimulatedBackendProvider.faultsOf(_ -> null)
                                        .accept(Map.of("loss", "1")))
                .doesNotThrowAnyException();
    }
}
