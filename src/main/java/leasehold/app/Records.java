package leasehold.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import leasehold.history.HistoryStore;
import leasehold.session.ServerSessionController;
import leasehold.ui.model.RecordModel;
import leasehold.ui.model.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record on disk of all targets: opened while the window is put together, and closed after it.
 * What happens before it is open does not stand in it.
 */
final class Records implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final long PATIENCE_SECONDS = 5;

    /** Not virtual: a long question to the database would hold up those that carry them. */
    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("leasehold-record").factory());

    private final CompletableFuture<HistoryStore> opening;
    private final Texts texts;
    private final Executor fx;

    /** Begins to open the record in a file. */
    Records(Path file, Texts texts, Executor fx) {
        this.texts = texts;
        this.fx = fx;
        opening = CompletableFuture.supplyAsync(() -> open(file), background);
        opening.whenComplete((_, thrown) -> say(thrown));
    }

    /** Has a controller recorded from now on, and returns what the window knows of its record. */
    RecordModel of(ServerSessionController controller) {
        CompletableFuture<HistoryStore> recording =
                opening.thenApply(
                        store -> {
                            if (store.readOnly().isEmpty()) {
                                store.record(controller);
                            }
                            return store;
                        });
        return new RecordModel(recording, texts, background, fx);
    }

    /**
     * Stops what is being read or exported, and waits until that has cleared up and everything is
     * stored.
     */
    @Override
    public void close() {
        try {
            HistoryStore store = opening.join();
            background.shutdownNow();
            store.close();
            awaitEnd();
        } catch (CompletionException e) {
            LOG.debug("There is no record to close.", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A question to the record did not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HistoryStore open(Path file) {
        try {
            return HistoryStore.open(file);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void say(Throwable thrown) {
        Optional.ofNullable(thrown)
                .map(Throwable::getCause)
                .ifPresent(cause -> LOG.warn("Nothing is recorded. {}", cause.getMessage()));
    }
}
