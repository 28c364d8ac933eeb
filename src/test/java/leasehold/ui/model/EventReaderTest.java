package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import leasehold.history.EntryPages;
import leasehold.history.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {

    @TempDir Path folder;

    private final List<Runnable> questions = new ArrayList<>();
    private final List<Runnable> beats = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Optional<Long>> answers = new ArrayList<>();
    private boolean shut;
    private Told told;
    private EventReader reader;

    @BeforeEach
    void open() throws IOException {
        told = new Told(folder.resolve("record.sqlite"), "demo");
        told.tell(List.of(Happenings.resumed(1)));
        reader =
                new EventReader(
                        CompletableFuture.completedFuture(told.store()),
                        "demo",
                        this::ask,
                        beats::add,
                        new Absence(),
                        failures::add);
    }

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    void whoFailsWithAnAnswerFailsOnTheThreadOfTheBeat() {
        reader.<Long>ask(
                pages -> pages.list().size(),
                size -> {
                    throw new IllegalStateException("with " + size.orElseThrow());
                });
        run(questions);
        assertThatIllegalStateException().isThrownBy(() -> run(beats)).withMessage("with 1");
    }

    @Test
    void whatCannotBeReadIsToldOnTheThreadOfTheBeat() {
        size();
        reader.<Long>ask(
                _ -> {
                    throw new IOException("the disk is gone");
                },
                answers::add);
        run(questions);
        assertThat(failures).isEmpty();
        run(beats);
        assertThat(failures).singleElement().extracting(Throwable::getCause).isNotNull();
        assertThat(answers).containsExactly(Optional.of(1L), Optional.empty());
    }

    @Test
    void whatWasAskedBeforeTheEndIsAnsweredAndWhatIsAskedAfterItIsNot() {
        size();
        reader.close();
        size();
        run(questions);
        run(beats);
        assertThat(answers).containsExactly(Optional.of(1L));
        assertThat(failures).isEmpty();
    }

    @Test
    void fileIsLeftThoughNothingIsRunAnyMore() {
        List<EntryPages> read = new ArrayList<>();
        reader.<Long>ask(
                pages -> {
                    read.add(pages);
                    return pages.list().size();
                },
                answers::add);
        run(questions);
        shut = true;
        reader.close();
        assertThatIOException().isThrownBy(read.getFirst()::list);
    }

    private void size() {
        reader.<Long>ask(pages -> pages.list().size(), answers::add);
    }

    private void ask(Runnable question) {
        if (shut) {
            throw new RejectedExecutionException("shut down");
        }
        questions.add(question);
    }

    private static void run(List<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }
}
