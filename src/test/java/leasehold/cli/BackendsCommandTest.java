package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import org.junit.jupiter.api.Test;

/** Which backends there are, and what they take. */
class BackendsCommandTest {

    @Test
    void everyBackendAndSettingIsTold() {
        Said said = Said.by("backends");
        assertThat(said.code()).isZero();
        for (SessionBackendProvider provider : SessionBackendProvider.installed()) {
            assertThat(said.out()).contains(provider.id() + "  " + provider.title());
            assertThat(provider.settings())
                    .extracting(Setting::name)
                    .allSatisfy(name -> assertThat(said.out()).contains("  " + name + " "));
        }
    }

    @Test
    void oneIsToldAlone() {
        Said said = Said.by("backends", "jdbc");
        assertThat(said.out())
                .startsWith("jdbc  Database (JDBC)")
                .contains(
                        "<text> The JDBC URL",
                        "Has to be given.",
                        "From 0.1 to 3600 s. Default 5s.")
                .doesNotContain("ambient");
    }

    @Test
    void programsReadWhatIsAllowed() {
        Said said = Said.by("backends", "simulated", "--json");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("[")
                .contains("\"id\": \"simulated\"", "\"type\": \"duration\"", "\"max\": 3600");
    }
}
