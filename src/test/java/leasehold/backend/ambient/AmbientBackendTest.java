package leasehold.backend.ambient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import leasehold.backend.BackendSession;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.ProbeAttempt;
import org.junit.jupiter.api.Test;

class AmbientBackendTest {

    @Test
    void sessionIsTheOneThatExistsBeforeAndAfterClose() throws Exception {
        AmbientBackend backend = new AmbientBackend("shell-7", Map.of("host", "here"));
        BackendSession session = backend.open(ProbeAttempt.patient());
        session.close();
        session.keepAlive();
        assertThat(backend.open(ProbeAttempt.patient())).isSameAs(session);
        assertThat(session.id()).isEqualTo("shell-7");
        assertThat(session.attributes()).containsExactly(Map.entry("host", "here"));
        assertThat(backend).hasToString("ambient session shell-7");
    }

    @Test
    void nameIsASettingAndOthersAreUnknown() throws Exception {
        AmbientBackendProvider provider = new AmbientBackendProvider();
        BackendSession session =
                provider.create(Map.of("name", "batch")).open(ProbeAttempt.patient());
        assertThat(session.id()).isEqualTo("batch");
        assertThat(session.attributes())
                .containsEntry("process", Long.toString(ProcessHandle.current().pid()));
        assertThatThrownBy(() -> provider.create(Map.of("nme", "batch")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("setting 'nme' is unknown; known are name");
    }
}
