package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leasehold.history.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseStoryTest {

    @TempDir Path folder;

    private final List<Runnable> questions = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private long run = 1;

    @Test
    void runIsThatWhichWentOnWhenItWasAsked() throws IOException {
        try (Told told = new Told(folder.resolve("record.sqlite"), "demo")) {
            told.tell(List.of(Happenings.granted(1, "billing-sync")));
            EventReader reader =
                    new EventReader(
                            CompletableFuture.completedFuture(told.store()),
                            "demo",
                            questions::add,
                            Runnable::run,
                            new Absence(),
                            failures::add);
            Words words = new Words(Facts.TEXTS, Facts.FORMATS);
            LeaseStory story = new LeaseStory(words, Optional.of(reader), () -> run);
            assertThat(story.of(1)).isEmpty();
            run = 2;
            questions.removeFirst().run();
            assertThat(story.of(1))
                    .as("nobody else's thread reads what the beat writes")
                    .hasSize(1);
            assertThat(failures).isEmpty();
            reader.close();
            questions.removeFirst().run();
        }
    }
}
