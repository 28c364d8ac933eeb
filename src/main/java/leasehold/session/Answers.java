package leasehold.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What several callers wait for. Each has a stage of its own, completed on a thread of its own, so
 * that what one of them does with it keeps no other waiting (rule 28). Everything is guarded.
 */
final class Answers<T> {

    private final Shell shell;
    private final String what;
    private final List<CompletableFuture<T>> asked = new ArrayList<>();
    private @Nullable T answer;

    /**
     * @param what the name of the threads
     */
    Answers(Shell shell, String what) {
        this.shell = shell;
        this.what = what;
    }

    CompletionStage<T> ask() {
        T known = answer;
        if (known != null) {
            return CompletableFuture.completedStage(known);
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        asked.add(future);
        return future.minimalCompletionStage();
    }

    void tell(T known) {
        answer = known;
        asked.forEach(future -> shell.errands.start(what, () -> future.complete(known)));
        asked.clear();
    }
}
