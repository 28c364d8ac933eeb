package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import leasehold.history.HistoryStore;
import leasehold.history.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordModelTest {

    @TempDir Path folder;

    private final List<Runnable> beats = new ArrayList<>();

    @Test
    void whoFailsWithAnAnswerFailsOnTheThreadOfTheBeat() throws IOException {
        try (Told told = new Told(folder.resolve("record.sqlite"), "demo")) {
            CompletableFuture<HistoryStore> opened =
                    CompletableFuture.completedFuture(told.store());
            RecordModel model =
                    new RecordModel(opened, opened, Facts.TEXTS, Runnable::run, beats::add);
            beats.clear();
            model.<Integer>ask(
                    reader -> reader.runs().size(), RecordModelTest::fail, RecordModelTest::fail);
            assertThatIllegalStateException().isThrownBy(beats.getFirst()::run).withMessage("0");
        }
    }

    private static void fail(Object with) {
        throw new IllegalStateException(with.toString());
    }
}
