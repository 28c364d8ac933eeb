package leasehold.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import leasehold.history.HistoryStore;
import leasehold.history.Retention;
import leasehold.session.ServerSessionController;
import leasehold.ui.model.RecordModel;
import leasehold.ui.model.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record on disk of all targets: opened while the window is put together, and closed after it.
 * Where it cannot be written to, events stand in a file that goes with the window, so that they can
 * be looked through all the same.
 */
final class Records implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Not virtual: a long question to the database would hold up those that carry them. */
    private final ExecutorService background =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("leasehold-record").factory());

    private final CompletableFuture<HistoryStore> opening;
    private final CompletableFuture<HistoryStore> events;
    private final Texts texts;
    private final Executor fx;
    private final Duration patience;
    private volatile Optional<PassingStore> passing = Optional.empty();

    /** Begins to open the record in a file, of which so much is kept. */
    Records(Path file, Retention retention, Texts texts, Executor fx) {
        this(() -> open(file, retention), PATIENCE, texts, fx);
    }

    /**
     * Begins to open the record.
     *
     * @param opened opens it
     * @param patience how long is waited at the end for what does not end
     */
    Records(Supplier<HistoryStore> opened, Duration patience, Texts texts, Executor fx) {
        this.texts = texts;
        this.fx = fx;
        this.patience = patience;
        opening = CompletableFuture.supplyAsync(opened, background);
        opening.whenComplete((_, thrown) -> say(thrown));
        events = opening.handleAsync((store, _) -> writable(store), background);
        background.execute(Records::clearAbandoned);
    }

    /** Has a controller recorded from now on, and returns what the window knows of its record. */
    RecordModel of(ServerSessionController controller) {
        return new RecordModel(
                opening, HistoryStore.record(events, controller), texts, background, fx);
    }

    /**
     * Stops what is being read or exported, and waits until that has cleared up and everything is
     * stored. What is still being opened after some seconds is given up.
     */
    @Override
    public void close() {
        CompletableFuture.allOf(opening, events)
                .copy()
                .completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS)
                .handle((_, _) -> null)
                .join();
        background.shutdownNow();
        Stream.of(events, opening).forEach(Records::close);
        awaitEnd();
        passing.ifPresent(Records::remove);
    }

    private static void close(CompletableFuture<HistoryStore> store) {
        switch (store.state()) {
            case SUCCESS -> store.resultNow().close();
            case RUNNING -> LOG.warn("The record did not open; it is given up.");
            case FAILED, CANCELLED -> LOG.debug("There is no record to close.");
        }
    }

    private void awaitEnd() {
        try {
            if (!background.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("A question to the record did not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void clearAbandoned() {
        try {
            PassingStore.clearAbandoned();
        } catch (IOException e) {
            LOG.warn("What a program that was killed has left could not be removed.", e);
        }
    }

    private static void remove(PassingStore store) {
        try {
            store.close();
        } catch (IOException e) {
            LOG.warn("What was kept until the end could not be removed.", e);
        }
    }

    private HistoryStore writable(@Nullable HistoryStore store) {
        try {
            if (store != null && store.readOnly().isEmpty()) {
                return store;
            }
            PassingStore instead = new PassingStore();
            passing = Optional.of(instead);
            return instead.store();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static HistoryStore open(Path file, Retention retention) {
        try {
            HistoryStore store = HistoryStore.open(file);
            store.retain(retention);
            return store;
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
