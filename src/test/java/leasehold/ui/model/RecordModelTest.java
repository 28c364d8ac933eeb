package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void formerRunsAreReadWhenTheFileIsBackThoughNothingHappensMeanwhile() throws IOException {
        Path file = folder.resolve("record.sqlite");
        Path away = folder.resolve("away");
        List<Object> read = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (Told told = new Told(file, "demo")) {
            told.tell(List.of(Happenings.openFailed(1)));
            told.restart();
            told.tell(List.of());
            CompletableFuture<HistoryStore> opened =
                    CompletableFuture.completedFuture(told.store());
            RecordModel model =
                    new RecordModel(opened, opened, Facts.TEXTS, Runnable::run, Runnable::run);
            Files.move(file, away);
            model.past("demo", Optional.empty(), read::add, e -> failures.add(RecordModel.why(e)));
            model.pastFailures(
                    "demo", past -> read.add(past.groups().size()), e -> read.add("failed"));
            model.tick(Instant.EPOCH.plusSeconds(1));
            assertThat(model.line().get().map(RecordLine::health)).contains(RecordLine.Health.FAIL);
            assertThat(model.absent()).isTrue();
            assertThat(failures).containsExactly(told.store().gone().orElseThrow());
            assertThat(read).isEmpty();
            Files.move(away, file);
            model.tick(Instant.EPOCH.plusSeconds(2));
            assertThat(model.line().get().map(RecordLine::health)).contains(RecordLine.Health.WELL);
            assertThat(model.absent()).isFalse();
            assertThat(read).hasSize(2).endsWith(1);
            assertThat(failures).hasSize(1);
        }
    }

    private static void fail(Object with) {
        throw new IllegalStateException(with.toString());
    }
}
