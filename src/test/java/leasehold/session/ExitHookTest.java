package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closing when the JVM exits: rule 24. */
class ExitHookTest {

    private static final List<String> OPEN =
            List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED");

    @Test
    @DisplayName("rule 24: no JVM hook by default; closeOnExit adds one, and shutdown removes it")
    void hookIsAddedAndRemoved() throws Exception {
        assertThat(Child.run(OPEN, ExitProgram.class, "hooks"))
                .containsExactly("without 0", "with 1", "after shutdown 0");
    }

    @Test
    @DisplayName("rule 24: with closeOnExit the session is closed when the JVM exits")
    void sessionIsClosedOnExit() throws Exception {
        assertThat(Child.run(List.of(), ExitProgram.class, "holding"))
                .containsExactly("lease 1 of exit#1, program, held", "closed");
    }

    @Test
    @DisplayName("rule 24: without it the JVM exits at once: no thread of a controller keeps it")
    void jvmExitsWithoutTheHook() throws Exception {
        assertThat(Child.run(List.of(), ExitProgram.class, "holding without hook"))
                .containsExactly("lease 1 of exit#1, program, held");
    }
}
