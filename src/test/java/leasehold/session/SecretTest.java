package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionLostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing that is emitted holds a secret: rule 30. */
class SecretTest {

    private static final String SECRET = "s3cret";

    private static final StackTraceElement FRAME =
            new StackTraceElement("com.example.Deep", "call", "Deep.java", 1);

    @RegisterExtension final Lab lab = new Lab();
    private final Leaky backend = new Leaky();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    @DisplayName("rule 30: no event, snapshot, report, exception, text or log holds the secret")
    void nothingHoldsTheSecret() {
        String emitted = logged(() -> everything(text -> text.replace(SECRET, "***")));
        assertThat(emitted).contains("***", "28P01", "OpenFailed", "BeatFailed", "CloseFailed");
        assertThat(emitted).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("rule 30: a mask that throws withholds the text, and harms nobody")
    void maskThrows() {
        String emitted =
                logged(
                        () ->
                                everything(
                                        text -> {
                                            throw new IllegalStateException("cannot: " + text);
                                        }));
        assertThat(emitted).contains("withheld").doesNotContain(SECRET);
    }

    @Test
    @DisplayName("rule 30: a mask that throws an Error withholds the text, and harms nobody")
    void maskThrowsAnError() {
        String emitted =
                logged(
                        () ->
                                everything(
                                        text -> {
                                            throw new StackOverflowError(text);
                                        }));
        assertThat(emitted).contains("withheld").doesNotContain(SECRET);
    }

    @Test
    @DisplayName("rule 30: a mask that gives null withholds the text")
    void maskGivesNull() {
        String emitted = logged(() -> everything(_ -> null));
        assertThat(emitted).contains("withheld").doesNotContain(SECRET);
    }

    @Test
    @DisplayName("rule 30: events carry a Failure: type, masked text, code, causes and frames")
    void failureIsCarried() {
        start(text -> text.replace(SECRET, "***"));
        backend.opens = Leaky::fail;
        lab.ask("a");
        Failure failure = lab.recorder.events(SessionEvent.OpenFailed.class).getFirst().failure();
        assertThat(failure.type()).isEqualTo(BackendException.class.getName());
        assertThat(failure.text()).isEqualTo("refused for ***");
        assertThat(failure.code()).contains("28P01 ***");
        assertThat(failure.causes())
                .containsExactly(
                        "java.lang.IllegalStateException: inner ***",
                        "java.lang.Error: innermost ***");
        assertThat(failure.frames()).isNotEmpty();
    }

    @Test
    @DisplayName("rule 30: of a long chain the eight nearest causes are carried, and 100 frames")
    void longChainIsCut() {
        Exception chain = new IllegalStateException("cause 19");
        for (int i = 18; i >= 0; i--) {
            chain = new IllegalStateException("cause " + i, chain);
        }
        Exception thrown = new IllegalStateException("outermost", chain);
        thrown.setStackTrace(Collections.nCopies(500, FRAME).toArray(StackTraceElement[]::new));
        Failure failure = Failure.of(thrown, UnaryOperator.identity());
        assertThat(failure.causes())
                .hasSize(8)
                .endsWith("java.lang.IllegalStateException: cause 7");
        assertThat(failure.frames()).hasSize(100);
    }

    @Test
    @DisplayName("rule 30: a long text is cut after it was masked, so that no half secret shows")
    void cutAfterMasking() {
        String edge = "x".repeat(997) + SECRET + SECRET;
        Failure failure =
                Failure.of(new IllegalStateException(edge), text -> text.replace(SECRET, "***"));
        assertThat(failure.text()).doesNotContain("s3").hasSizeLessThanOrEqualTo(1001);
    }

    @Test
    @DisplayName("rule 6: a throwable that fails to say anything about itself harms nobody")
    void hostileThrowable() {
        start(UnaryOperator.identity());
        backend.opens =
                () -> {
                    throw new Hostile();
                };
        assertThat(lab.now(lab.ask("a"))).isEmpty();
        Failure failure = lab.recorder.events(SessionEvent.OpenFailed.class).getFirst().failure();
        assertThat(failure.category()).isEqualTo(FailureCategory.UNKNOWN);
        assertThat(failure.text()).doesNotContain(SECRET);
        assertThat(failure.frames()).isEmpty();
        assertThat(lab.state()).isEqualTo(SessionState.CLOSED);
    }

    private void start(UnaryOperator<String> mask) {
        backend.mask = mask;
        lab.adopt(
                ServerSessionController.over(backend)
                        .name("demo")
                        .time(lab.time)
                        .threads(lab.threads)
                        .policy(
                                SessionPolicy.builder()
                                        .retry(RetryPolicy.none())
                                        .failureHold(Duration.ZERO)
                                        .keepAlive(Duration.ofSeconds(1))
                                        .build())
                        .build());
    }

    /** Has everything happen that can bear a text of the backend, and returns all that was told. */
    private String everything(UnaryOperator<String> mask) {
        start(mask);
        StringBuilder told = new StringBuilder();
        ServerSessionController controller = lab.controller();
        backend.opens = Leaky::fail;
        lab.ask("a");
        var refused =
                catchThrowableOfType(
                        SessionUnavailableException.class,
                        () -> controller.openSession(LeaseRequest.of("b")));
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        told.append(trace).append(Texts.of(refused.failure()));
        backend.opens = () -> {};
        SessionLease lost = lab.take("lost");
        told.append(lost).append(lost.attributes()).append(controller);
        lab.advance(Duration.ofSeconds(1));
        backend.last.reportLost(new SessionLostException("28P01", "lost " + SECRET, inner()));
        told.append(Texts.of(lab.now(lost.ended())));
        SessionLease last = lab.take("last");
        told.append(Texts.of(lab.now(last.closeAsync()))).append(last);
        told.append(Texts.of(lab.now(controller.retryClose(last.epoch(), new Act("m", "")))));
        told.append(Texts.of(controller.snapshot())).append(Texts.of(controller.leases()));
        told.append(backend.last);
        told.append(Texts.of(lab.now(controller.shutdown(Duration.ZERO))));
        told.append(Texts.of(lab.recorder.events())).append(Texts.of(lab.recorder.snapshots()));
        return told.toString();
    }

    /** Returns what an act returns, and what was logged meanwhile. */
    private String logged(java.util.function.Supplier<String> act) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            return act.get() + log.toString(StandardCharsets.UTF_8);
        } finally {
            System.setErr(before);
        }
    }

    private static Throwable inner() {
        return new IllegalStateException("inner " + SECRET, new Error("innermost " + SECRET));
    }

    /** A throwable of which every question is answered by a throwable, or by null. */
    private static final class Hostile extends BackendException {

        private static final long serialVersionUID = 1L;

        Hostile() {
            super(FailureCategory.RIGHTS, SECRET);
        }

        @Override
        public String getMessage() {
            throw new IllegalStateException(SECRET);
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException(SECRET);
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }

        @Override
        public FailureCategory category() {
            return null;
        }

        @Override
        public Optional<String> code() {
            return null;
        }
    }

    /** A backend that has the secret in everything it says. */
    private static final class Leaky implements SessionBackend {

        private volatile UnaryOperator<String> mask = UnaryOperator.identity();
        private volatile ScriptedBackend.Step opens = () -> {};
        private volatile OpenAttempt last;

        private static void fail() throws BackendException {
            throw new BackendException(
                    FailureCategory.CREDENTIALS,
                    "28P01 " + SECRET,
                    "refused for " + SECRET,
                    inner());
        }

        @Override
        public BackendSession open(OpenAttempt attempt) throws Exception {
            last = attempt;
            opens.run();
            return new BackendSession() {
                @Override
                public String id() {
                    return "session of " + SECRET;
                }

                @Override
                public Map<String, String> attributes() {
                    return Map.of("url", "jdbc:x?password=" + SECRET);
                }

                @Override
                public void keepAlive() {
                    throw new IllegalStateException("beat " + SECRET, inner());
                }

                @Override
                public void close() {
                    throw new AssertionError("close " + SECRET, inner());
                }
            };
        }

        @Override
        public String mask(String text) {
            return mask.apply(text);
        }
    }
}
