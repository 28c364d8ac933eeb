package leasehold.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import leasehold.history.HistoryStore;
import leasehold.session.Lab;

/** A laboratory's controller, recorded in a file, and the model of it; nobody waits unless told. */
final class Recorded implements AutoCloseable {

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
                        CompletableFuture.completedFuture(store), Facts.TEXTS, background, fx);
        bench = new Bench(lab, record, fx);
    }

    @Override
    public void close() {
        store.close();
    }
}
