package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayModelTest {

    @TempDir Path folder;

    private final Deque<Runnable> beats = new ArrayDeque<>();

    @Test
    void whoFailsWithARefusalFailsOnTheThreadOfTheBeat() {
        ReplayModel model = new ReplayModel(Runnable::run, beats::add);
        model.open(
                folder.resolve("missing.sqlite"),
                why -> {
                    throw new IllegalStateException(why);
                });
        assertThatIllegalStateException()
                .isThrownBy(() -> beats.remove().run())
                .withMessageContaining("missing.sqlite");
    }
}
