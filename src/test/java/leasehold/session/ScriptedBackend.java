package leasehold.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;

/**
 * A backend that does what a test says, call by call; by default all goes well at once. Logs every
 * call.
 */
public final class ScriptedBackend implements SessionBackend {

    /** What a call does. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<OpenAttempt> attempts = Collections.synchronizedList(new ArrayList<>());
    private final List<Session> sessions = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Callable<Boolean>> opens = new ArrayDeque<>();
    private final Deque<Callable<Map<String, String>>> attributes = new ArrayDeque<>();
    private final Deque<Callable<String>> ids = new ArrayDeque<>();
    private final Deque<Step> closes = new ArrayDeque<>();
    private final Deque<Step> beats = new ArrayDeque<>();
    private final Deque<Step> unwraps = new ArrayDeque<>();
    private volatile String secret = "s3cret";

    /** Has the next open do this, and then yield a session. */
    public synchronized ScriptedBackend onOpen(Step step) {
        opens.add(
                () -> {
                    step.run();
                    return true;
                });
        return this;
    }

    /** Has the next open fail with a category. */
    public ScriptedBackend onOpenFail(FailureCategory category) {
        return onOpen(
                () -> {
                    throw new BackendException(category, category + ", says the server");
                });
    }

    /** Has the next session say this of itself. */
    public synchronized ScriptedBackend onAttributes(Callable<Map<String, String>> said) {
        attributes.add(said);
        return this;
    }

    /** Has the next session bear this id. */
    public synchronized ScriptedBackend onId(Callable<String> said) {
        ids.add(said);
        return this;
    }

    /** Has the next open yield nothing. */
    public synchronized ScriptedBackend onOpenNull() {
        opens.add(() -> false);
        return this;
    }

    /** Has the next close do this. */
    public synchronized ScriptedBackend onClose(Step step) {
        closes.add(step);
        return this;
    }

    /** Has the next beat do this. */
    public synchronized ScriptedBackend onBeat(Step step) {
        beats.add(step);
        return this;
    }

    /** Has the next unwrap do this first. */
    public synchronized ScriptedBackend onUnwrap(Step step) {
        unwraps.add(step);
        return this;
    }

    /**
     * Returns what was called, in order: {@code open 1}, {@code opened 1}, {@code close 1}, {@code
     * closed 1}, …
     */
    public List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Returns the attempts, in order. */
    public List<OpenAttempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    /** Returns the attempt of the last open. */
    public OpenAttempt lastAttempt() {
        return attempts().getLast();
    }

    /** Returns the last attempt of an opening. */
    public OpenAttempt attemptOf(long epoch) {
        return attempts().stream()
                .filter(attempt -> attempt.epoch() == epoch)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /**
     * Returns how many of the sessions yielded are neither closed nor reported lost by the test.
     */
    public long living() {
        synchronized (sessions) {
            return sessions.stream().filter(session -> !session.closed).count();
        }
    }

    @Override
    public BackendSession open(OpenAttempt attempt) throws Exception {
        attempts.add(attempt);
        log.add("open " + attempt.epoch());
        Callable<Boolean> step;
        synchronized (this) {
            step = opens.poll();
        }
        if (step != null && !step.call()) {
            return null;
        }
        log.add("opened " + attempt.epoch());
        Session session = new Session(attempt.epoch());
        sessions.add(session);
        return session;
    }

    @Override
    public String mask(String text) {
        return text.replace(secret, "***");
    }

    private <T> T said(Deque<Callable<T>> script, T usual) {
        Callable<T> said;
        synchronized (this) {
            said = script.poll();
        }
        try {
            return said == null ? usual : said.call();
        } catch (Exception e) {
            throw sneaky(e);
        }
    }

    /** Throws what is not declared, as code in another language may. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static void run(Step step) throws Exception {
        if (step != null) {
            step.run();
        }
    }

    private final class Session implements BackendSession {

        private final long epoch;
        private volatile boolean closed;

        Session(long epoch) {
            this.epoch = epoch;
        }

        @Override
        public String id() {
            return said(ids, "server-" + epoch);
        }

        @Override
        public Map<String, String> attributes() {
            return said(
                    attributes,
                    Map.of("epoch", Long.toString(epoch), "note", "password=" + secret));
        }

        @Override
        public void keepAlive() throws Exception {
            log.add("beat " + epoch);
            Step step;
            synchronized (ScriptedBackend.this) {
                step = beats.poll();
            }
            run(step);
        }

        @Override
        public void close() throws Exception {
            log.add("close " + epoch);
            Step step;
            synchronized (ScriptedBackend.this) {
                step = closes.poll();
            }
            run(step);
            closed = true;
            log.add("closed " + epoch);
        }

        @Override
        public void lost() {
            log.add("lost " + epoch);
            closed = true;
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            Step step;
            synchronized (ScriptedBackend.this) {
                step = unwraps.poll();
            }
            try {
                run(step);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return type == String.class
                    ? Optional.of(type.cast("live-" + epoch))
                    : Optional.empty();
        }
    }
}
