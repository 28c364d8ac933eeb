package leasehold.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SessionBackendProviderTest {

    @Test
    void theThreeThatAreIncludedAreFoundByName() {
        assertThat(SessionBackendProvider.installed())
                .extracting(SessionBackendProvider::id)
                .containsExactlyInAnyOrder("simulated", "jdbc", "ambient");
        assertThat(SessionBackendProvider.named("jdbc").id()).isEqualTo("jdbc");
    }

    @Test
    void oneThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionBackendProvider.named("http"))
                .withMessage("backend 'http' is unknown; known are ambient, jdbc, simulated");
    }
}
