package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.ProbeAttempt;
import leasehold.backend.Setting;
import org.junit.jupiter.api.Test;

class JdbcBackendProviderTest {

    private final JdbcBackendProvider provider =
            new JdbcBackendProvider(Map.of("DB_PASSWORD", "hush hush")::get);

    @Test
    void passwordIsASecretSetting() {
        assertThat(provider.settings())
                .filteredOn(Setting::secret)
                .extracting(Setting::name)
                .containsExactly("password");
    }

    @Test
    void urlIsAskedFor() {
        assertRefused(Map.of(), "url", "setting 'url' is missing");
    }

    @Test
    void urlThatNoDriverTakesIsRefusedWithTheDrivers() {
        assertRefused(
                Map.of("url", "jdbc:nosuch:x;password=hush"),
                "url",
                "setting 'url' is 'jdbc:nosuch:x;password=***'; allowed is a URL that a driver on the"
                        + " path takes: org.h2.Driver, org.postgresql.Driver");
    }

    @Test
    void userInfoThatTheDriverWouldLogIsRefused() {
        assertRefused(
                Map.of("url", "jdbc:postgresql://joe:hush@host/db"),
                "url",
                "setting 'url' is 'jdbc:postgresql://joe:***@host/db'; allowed is one without");
    }

    @Test
    void timeoutOutOfRangeIsRefusedWithItsBounds() {
        assertRefused(
                Map.of("url", "jdbc:h2:mem:", "keepAliveTimeout", "1ms"),
                "keepAliveTimeout",
                "setting 'keepAliveTimeout' is '1ms'; allowed is from 0.1 to 3600 s");
    }

    @Test
    void passwordComesFromTheEnvironment() throws Exception {
        JdbcBackend backend =
                provider.create(
                        Map.of(
                                "url",
                                "jdbc:h2:mem:",
                                "user",
                                "x",
                                "passwordVariable",
                                "DB_PASSWORD"));
        assertThat(backend.mask("hush hush")).isEqualTo("***");
        BackendSession session = backend.open(ProbeAttempt.patient());
        assertThat(session.attributes()).containsEntry("user", "X").containsEntry("product", "H2");
        session.close();
    }

    @Test
    void variableThatIsNotSetIsRefused() {
        assertRefused(
                Map.of("url", "jdbc:h2:mem:", "passwordVariable", "ABSENT"),
                "passwordVariable",
                "setting 'passwordVariable' is 'ABSENT'; allowed is a variable that is set");
    }

    @Test
    void passwordAndVariableTogetherAreRefused() {
        assertRefused(
                Map.of("url", "jdbc:h2:mem:", "passwordVariable", "DB_PASSWORD", "password", "x"),
                "passwordVariable",
                "setting 'passwordVariable' is 'DB_PASSWORD'; allowed is nothing");
    }

    @Test
    void backendSaysNoSecret() {
        JdbcBackend backend =
                provider.create(Map.of("url", "jdbc:h2:mem:;PASSWORD=hush", "user", "joe"));
        assertThat(backend).hasToString("jdbc:h2:mem:;PASSWORD=*** as joe");
    }

    @Test
    void openWithoutADriverSaysSo() {
        JdbcBackend backend = new JdbcBackend("jdbc:nosuch:x", "", "", Duration.ofSeconds(1));
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> backend.open(ProbeAttempt.patient()))
                .withMessageStartingWith(
                        "'jdbc:nosuch:x' is not a URL that a driver on the path takes")
                .extracting(BackendException::category)
                .isEqualTo(FailureCategory.PROTOCOL);
    }

    private void assertRefused(Map<String, String> values, String setting, String message) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> provider.create(values))
                .withMessageContaining(message)
                .extracting(InvalidSettingException::setting)
                .isEqualTo(setting);
    }
}
