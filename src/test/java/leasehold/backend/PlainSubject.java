package leasehold.backend;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A backend that does all it must and no more; bad ones override one part of it. */
class PlainSubject implements ConformanceSubject {

    static final String SECRET = "correct horse";

    private int held;

    @Override
    public SessionBackend backend() {
        return backend(this::open);
    }

    @Override
    public List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    public Optional<SessionBackend> refused() {
        return Optional.of(
                backend(
                        _ -> {
                            throw refusal();
                        }));
    }

    @Override
    public Optional<SessionBackend> stalled() {
        return Optional.of(backend(this::stall));
    }

    @Override
    public Optional<Class<?>> live() {
        return Optional.of(AutoCloseable.class);
    }

    @Override
    public OptionalInt held() {
        return OptionalInt.of(held);
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(300);
    }

    BackendSession open(OpenAttempt attempt) throws InterruptedException {
        held++;
        return new PlainSession();
    }

    BackendSession stall(OpenAttempt attempt) throws Exception {
        new CountDownLatch(1).await(attempt.remaining().toNanos(), TimeUnit.NANOSECONDS);
        throw new BackendException(FailureCategory.TIMEOUT, "no answer");
    }

    Exception refusal() {
        return new BackendException(FailureCategory.CREDENTIALS, "wrong password");
    }

    String mask(String text) {
        return text.replace(SECRET, "***");
    }

    String id() {
        return "7";
    }

    Map<String, String> attributes() {
        return Map.of("user", "x");
    }

    void keepAlive() throws SessionLostException {}

    void close() throws Exception {
        held--;
    }

    <T> Optional<T> unwrap(Class<T> type) {
        AutoCloseable live = () -> {};
        return type.isInstance(live) ? Optional.of(type.cast(live)) : Optional.empty();
    }

    private SessionBackend backend(Opening opening) {
        return new SessionBackend() {
            @Override
            public BackendSession open(OpenAttempt attempt) throws Exception {
                return opening.open(attempt);
            }

            @Override
            public String mask(String text) {
                return PlainSubject.this.mask(text);
            }
        };
    }

    private interface Opening {
        BackendSession open(OpenAttempt attempt) throws Exception;
    }

    private final class PlainSession implements BackendSession {

        @Override
        public String id() {
            return PlainSubject.this.id();
        }

        @Override
        public Map<String, String> attributes() {
            return PlainSubject.this.attributes();
        }

        @Override
        public void keepAlive() throws SessionLostException {
            PlainSubject.this.keepAlive();
        }

        @Override
        public void close() throws Exception {
            PlainSubject.this.close();
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return PlainSubject.this.unwrap(type);
        }
    }
}
