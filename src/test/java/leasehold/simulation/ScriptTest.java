package leasehold.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import leasehold.simulation.Visit.Ending;
import org.junit.jupiter.api.Test;

/** Who comes when. */
class ScriptTest {

    @Test
    void visitsComeInTheOrderOfTheirTimesAndTheFirstAtOnce() {
        Script script =
                new Script.Builder()
                        .add(-2_000, "later", 5, Ending.LEAVES)
                        .add(-5_000, "first", 9_000, Ending.RELEASES)
                        .add(-2_000, "last", 7, Ending.GIVES_UP)
                        .build();
        assertThat(script.size()).isEqualTo(3);
        assertThat(script.visit(0)).isEqualTo(visit(0, "first", 9_000, Ending.RELEASES));
        assertThat(script.visit(1)).isEqualTo(visit(3_000, "later", 5, Ending.LEAVES));
        assertThat(script.visit(2)).isEqualTo(visit(3_000, "last", 7, Ending.GIVES_UP));
        assertThat(script.length()).isEqualTo(Duration.ofNanos(9_000));
    }

    @Test
    void clientsAreCountedOnceHoweverOftenTheyCome() {
        Script.Builder script = new Script.Builder();
        for (int i = 0; i < 1_000; i++) {
            script.add(i, "client-" + i % 7, i, Ending.RELEASES);
        }
        Script built = script.build();
        assertThat(built.clients()).isEqualTo(7);
        assertThat(built.visit(999)).isEqualTo(visit(999, "client-5", 999, Ending.RELEASES));
    }

    @Test
    void emptyScriptHasNoLength() {
        assertThat(new Script.Builder().build().length()).isZero();
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        Script.Builder script = new Script.Builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.add(0, "x", -1, Ending.RELEASES))
                .withMessageStartingWith("lasts is PT-0.000000001S; allowed is PT0S to ");
        Script empty = script.build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replay(empty, 0.5, 1, Faults.NONE))
                .withMessage("speed is 0.5; allowed is 1 to 100");
    }

    private static Visit visit(long begins, String client, long lasts, Ending ending) {
        return new Visit(Duration.ofNanos(begins), client, Duration.ofNanos(lasts), ending);
    }
}
