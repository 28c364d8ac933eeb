package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Crowds of virtual threads on a single carrier: rule 29. */
class CrowdTest {

    private static final List<String> ONE_CARRIER =
            List.of(
                    "-Djdk.virtualThreadScheduler.parallelism=1",
                    "-Djdk.virtualThreadScheduler.maxPoolSize=1");

    @Test
    @DisplayName("rule 29: a hundred thousand virtual threads on one carrier finish")
    void hundredThousandFinish() throws Exception {
        assertCrowdFinishes(100_000);
    }

    private static void assertCrowdFinishes(int size) throws Exception {
        assertThat(Child.run(ONE_CARRIER, CrowdProgram.class, Integer.toString(size)))
                .containsExactly("granted " + size, "released " + size + ", held 0", "SHUT_DOWN");
    }
}
