package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import leasehold.history.Export;
import leasehold.history.Retention;
import leasehold.session.LeaseRequest;
import leasehold.ui.fx.Rooms;
import leasehold.ui.model.ExportModel;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The record of the window, without the window. */
class RecordsTest {

    private static final int LEASES = 600;

    @TempDir Path folder;

    /** Nobody lets the export go on: it is stopped where it stands. */
    @Test
    void closingStopsAnExportAndLeavesNothingOfIt() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        Executor fx =
                task -> {
                    task.run();
                    if (isExporting() && hasDraft()) {
                        writing.countDown();
                        holdUntilInterrupted();
                    }
                };
        Words words = new Words(new Texts(Rooms.texts()), new Formats(Clock.systemDefaultZone()));
        Records records =
                new Records(
                        folder.resolve("record.sqlite"), Retention.everything(), words.texts(), fx);
        Targets targets =
                new Targets(
                        words, fx, "m.ivanova", controller -> Optional.of(records.of(controller)));
        TargetModel target = targets.demo(Map.of("openTakes", "0ms"), Duration.ZERO);
        for (int i = 0; i < LEASES; i++) {
            target.target().acts().acquire(LeaseRequest.of("billing-sync"));
        }
        target.target().acts().releaseAll();
        new ExportModel(target, (_, _, _, _) -> {}).write(folder.resolve("out.csv"));
        writing.await();
        records.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.startsWith("record"));
        }
        target.shutdown(Duration.ZERO).toCompletableFuture().join();
    }

    @Test
    void nothingIsLeftWhereEventsCouldNotBeKeptEither() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("passing.sqlite"), "no record");
        assertThatIOException().isThrownBy(() -> new PassingStore(own));
        assertThat(own).doesNotExist();
    }

    /** Others ask the record at the same time. */
    private boolean hasDraft() {
        String[] names = Objects.requireNonNull(folder.toFile().list());
        return Stream.of(names).anyMatch(name -> name.endsWith(".part"));
    }

    private static boolean isExporting() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.anyMatch(
                                        frame ->
                                                frame.getClassName()
                                                        .equals(Export.class.getName())));
    }

    @Test
    @Timeout(60)
    void recordThatNeverOpensKeepsNothingFromClosing() {
        CountDownLatch opened = new CountDownLatch(1);
        Records records =
                new Records(
                        () -> {
                            holdWhateverComes(opened);
                            throw new IllegalStateException("opened too late");
                        },
                        Duration.ofMillis(1),
                        new Texts(Rooms.texts()),
                        Runnable::run);
        records.close();
        assertThat(opened.getCount()).isOne();
        opened.countDown();
    }

    /** As a system call does on a disk that is gone. */
    private static void holdWhateverComes(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private static void holdUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
