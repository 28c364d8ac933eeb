package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import leasehold.history.HistoryStore;
import leasehold.history.Told;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What failed in former runs is read while the window is in use. */
class FormerFailuresTest {

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    private final Queue<Runnable> questions = new ArrayDeque<>();

    @Test
    void itIsSaidThatTheyAreBeingRead() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder, questions::add)) {
            FailuresModel failures = recorded.bench.model.failures();
            assertThat(failures.former().get()).isEqualTo("Reading former runs…");
            answer();
            assertThat(failures.former().get()).isEmpty();
        }
    }

    @Test
    void nobodyIsToldOnceTheWindowIsClosed() throws IOException {
        List<Object> told = new ArrayList<>();
        try (Told record = new Told(folder.resolve("record.sqlite"), "demo")) {
            CompletableFuture<HistoryStore> opened =
                    CompletableFuture.completedFuture(record.store());
            RecordModel model =
                    new RecordModel(opened, opened, Facts.TEXTS, questions::add, Runnable::run);
            model.pastFailures("demo", told::add, told::add);
            model.close();
            answer();
            assertThat(told).isEmpty();
        }
    }

    private void answer() {
        while (!questions.isEmpty()) {
            questions.remove().run();
        }
    }
}
