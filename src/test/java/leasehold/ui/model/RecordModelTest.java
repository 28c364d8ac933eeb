package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leasehold.history.HistoryStore;
import leasehold.history.HungDisk;
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
            assertThat(model.ticking()).isTrue();
            assertThat(failures).containsExactly(told.store().gone().orElseThrow());
            assertThat(read).isEmpty();
            Files.move(away, file);
            model.tick(Instant.EPOCH.plusSeconds(2));
            assertThat(model.line().get().map(RecordLine::health)).contains(RecordLine.Health.WELL);
            assertThat(model.ticking()).isFalse();
            assertThat(read).hasSize(2).endsWith(1);
            assertThat(failures).hasSize(1);
        }
    }

    @Test
    void diskThatDoesNotAnswerIsAmberThenRedWhileEventsAreMissedAndWellAgainByItself()
            throws Exception {
        try (HungDisk disk = new HungDisk(folder.resolve("record.sqlite"))) {
            CompletableFuture<HistoryStore> opened =
                    CompletableFuture.completedFuture(disk.store());
            List<Runnable> unanswered = new ArrayList<>();
            RecordModel model =
                    new RecordModel(opened, opened, Facts.TEXTS, unanswered::add, Runnable::run);
            unanswered.removeFirst().run();
            disk.hang();
            disk.tell(2);
            assertLine(model, 1, RecordLine.Health.WELL, "Record ");
            assertThat(model.ticking()).as("something waits").isTrue();
            disk.pass(Duration.ofSeconds(5));
            assertLine(model, 2, RecordLine.Health.WARN, "Nothing stored for 5.0 s: 2 events wait");
            disk.tell(30);
            assertLine(
                    model,
                    3,
                    RecordLine.Health.FAIL,
                    disk.store().waiting().missed()
                            + " events are missing: nothing stored for 5.0 s");
            assertThat(unanswered).as("the disk was asked, and does not answer").hasSize(1);
            disk.answer();
            assertLine(model, 4, RecordLine.Health.WELL, "Record ");
            assertThat(model.ticking()).isFalse();
            unanswered.removeFirst().run();
            assertThat(model.line().get().orElseThrow().text())
                    .endsWith(disk.store().status().missed() + " events are missing");
        }
    }

    private static void assertLine(
            RecordModel model, int second, RecordLine.Health health, String text) {
        model.tick(Instant.EPOCH.plusSeconds(second));
        RecordLine line = model.line().get().orElseThrow();
        assertThat(line.health()).isEqualTo(health);
        assertThat(line.text()).startsWith(text);
    }

    private static void fail(Object with) {
        throw new IllegalStateException(with.toString());
    }
}
