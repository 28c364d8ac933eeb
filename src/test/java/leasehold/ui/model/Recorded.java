package leasehold.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import leasehold.history.HistoryStore;
import leasehold.session.Lab;

/** A laboratory's controller, recorded in a file, and the model of it; nobody waits unless told. */
final class Recorded implements AutoCloseable {

    private final List<Runnable> told = new ArrayList<>();

    final HistoryStore store;
    final Bench bench;

    /** Everything is done at once. */
    Recorded(Lab lab, Path folder) throws IOException {
        this(lab, folder, Runnable::run);
    }

    /** What waits for the disk is done by an executor. */
    Recorded(Lab lab, Path folder, Executor background) throws IOException {
        this(lab, folder, background, Runnable::run);
    }

    /** What is then to be shown is shown by another. */
    Recorded(Lab lab, Path folder, Executor background, Executor fx) throws IOException {
        store = HistoryStore.open(folder.resolve("record.leasehold"));
        store.record(lab.controller());
        RecordModel record =
                new RecordModel(
                        CompletableFuture.completedFuture(store),
                        CompletableFuture.completedFuture(store),
                        Facts.TEXTS,
                        background,
                        task -> later(task, fx));
        bench = new Bench(lab, record, fx, this::catchUp);
    }

    /** What the record tells by itself is taken at the beat. */
    private void later(Runnable task, Executor fx) {
        if (Thread.currentThread().getName().equals("leasehold-history")) {
            synchronized (told) {
                told.add(task);
            }
        } else {
            fx.execute(task);
        }
    }

    private void catchUp() {
        try {
            store.flush();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        List<Runnable> tasks;
        synchronized (told) {
            tasks = List.copyOf(told);
            told.clear();
        }
        tasks.forEach(Runnable::run);
        bench.model.events().look();
    }

    @Override
    public void close() {
        store.close();
    }
}
