package leasehold.backend;

import static leasehold.backend.TimedCall.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every backend must do, each check by itself. The rules are those of the contract. */
@SuppressWarnings("ImmutableEnumChecker") // method references only
public enum ConformanceCheck {
    OPEN_RETURNS_A_SESSION(ConformanceCheck::openReturnsASession),
    ID_NAMES_THE_SESSION(ConformanceCheck::idNamesTheSession),
    ATTRIBUTES_ARE_IMMUTABLE(ConformanceCheck::attributesAreImmutable),
    CLOSE_RETURNS(ConformanceCheck::closeReturns),
    SECOND_CLOSE_ENDS_CLEANLY(ConformanceCheck::secondCloseEndsCleanly),
    BEAT_OF_A_LIVING_SESSION_RETURNS(ConformanceCheck::beatOfALivingSessionReturns),
    NO_LOSS_OF_A_LIVING_SESSION_IS_REPORTED(ConformanceCheck::noLossOfALivingSessionIsReported),
    HOLDER_CANNOT_CLOSE(ConformanceCheck::holderCannotClose),
    UNWRAP_OF_A_STRANGER_IS_EMPTY(ConformanceCheck::unwrapOfAStrangerIsEmpty),
    REFUSAL_HAS_A_CATEGORY(ConformanceCheck::refusalHasACategory),
    OPEN_ANSWERS_IN_TIME(ConformanceCheck::openAnswersInTime),
    ABORT_FREES_AN_OPEN(ConformanceCheck::abortFreesAnOpen),
    NO_TEXT_HOLDS_A_SECRET(ConformanceCheck::noTextHoldsASecret),
    NO_FAILURE_HOLDS_A_SECRET(ConformanceCheck::noFailureHoldsASecret),
    MASK_HIDES_SECRETS(ConformanceCheck::maskHidesSecrets),
    MASK_TAKES_ANY_TEXT(ConformanceCheck::maskTakesAnyText),
    NOTHING_IS_LEFT_OF_MANY_SESSIONS(ConformanceCheck::nothingIsLeftOfManySessions);

    private static final int MANY = 30;
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Body body;

    ConformanceCheck(Body body) {
        this.body = body;
    }

    /** What is checked. */
    private interface Body {
        void check(ConformanceSubject subject) throws Exception;
    }

    /** Runs the check. */
    public void run(ConformanceSubject subject) throws Exception {
        body.check(subject);
    }

    private static void openReturnsASession(ConformanceSubject subject) throws Exception {
        BackendSession session = open(subject);
        assertThat(session).as("what open returned").isNotNull();
        close(subject, session);
    }

    private static void idNamesTheSession(ConformanceSubject subject) throws Exception {
        BackendSession session = open(subject);
        assertThat(session.id()).as("id").isNotBlank();
        close(subject, session);
    }

    /** Rule 10. */
    private static void attributesAreImmutable(ConformanceSubject subject) throws Exception {
        BackendSession session = open(subject);
        Map<String, String> attributes = session.attributes();
        assertThat(attributes).as("attributes").isNotNull().doesNotContainValue(null);
        assertThatThrownBy(() -> attributes.put("added by", "a holder"))
                .as("putting an attribute")
                .isInstanceOf(UnsupportedOperationException.class);
        close(subject, session);
    }

    /** Rule 20. */
    private static void closeReturns(ConformanceSubject subject) throws Exception {
        close(subject, open(subject));
    }

    /** Rule 20: an operator may have a close tried again. */
    private static void secondCloseEndsCleanly(ConformanceSubject subject) throws Exception {
        BackendSession session = open(subject);
        close(subject, session);
        try {
            close(subject, session);
        } catch (Exception e) {
            assertThat(e).as("what the second close threw").hasMessageMatching("(?s).+");
        }
    }

    /** Rule 13. */
    private static void beatOfALivingSessionReturns(ConformanceSubject subject) throws Exception {
        BackendSession session = open(subject);
        beat(subject, session);
        beat(subject, session);
        close(subject, session);
    }

    /** Rule 12. */
    private static void noLossOfALivingSessionIsReported(ConformanceSubject subject)
            throws Exception {
        ProbeAttempt attempt = ProbeAttempt.patient();
        BackendSession session = open(subject, subject.backend(), attempt);
        beat(subject, session);
        close(subject, session);
        assertThat(attempt.losses()).as("losses reported").isEmpty();
    }

    /** Rule 10. */
    private static void holderCannotClose(ConformanceSubject subject) throws Exception {
        Class<?> type = given(subject.live());
        ProbeAttempt attempt = ProbeAttempt.patient();
        BackendSession session = open(subject, subject.backend(), attempt);
        Object live = session.unwrap(type).orElseThrow();
        if (live instanceof AutoCloseable closeable) {
            closeable.close();
        }
        beat(subject, session);
        assertThat(session.unwrap(type)).as("what a second holder gets").isPresent();
        assertThat(attempt.losses()).as("losses reported").isEmpty();
        close(subject, session);
    }

    private static void unwrapOfAStrangerIsEmpty(ConformanceSubject subject) throws Exception {
        BackendSession session = open(subject);
        Optional<Body> stranger = session.unwrap(Body.class);
        assertThat(stranger).as("a type nobody knows").isNotNull().isEmpty();
        close(subject, session);
    }

    /** Rule 1. */
    private static void refusalHasACategory(ConformanceSubject subject) {
        Throwable refusal = refusal(subject, given(subject.refused()));
        assertThat(refusal).as("the refusal").isInstanceOf(BackendException.class);
        assertThat(((BackendException) refusal).category())
                .as("its category")
                .isNotIn(EnumSet.of(FailureCategory.DRAINING, FailureCategory.SHUTDOWN));
    }

    /** Rule 7. */
    private static void openAnswersInTime(ConformanceSubject subject) {
        SessionBackend stalled = given(subject.stalled());
        ProbeAttempt attempt = new ProbeAttempt(1, 1, SHORT);
        assertThatThrownBy(
                        () ->
                                within(
                                        SHORT.plus(subject.patience()),
                                        "an open with " + SHORT + " left",
                                        () -> stalled.open(attempt)))
                .as("an open that has no time left")
                .isInstanceOf(Exception.class);
    }

    /** Rule 4. */
    private static void abortFreesAnOpen(ConformanceSubject subject) {
        SessionBackend stalled = given(subject.stalled());
        ProbeAttempt attempt = new ProbeAttempt(1, 1, Duration.ofHours(1));
        TimedCall<BackendSession> call =
                TimedCall.start("an aborted open", () -> stalled.open(attempt));
        call.awaitBlocked(subject.patience());
        attempt.abort(call.thread());
        assertThatThrownBy(() -> call.end(subject.patience()))
                .as("what an aborted open throws")
                .isInstanceOf(Exception.class);
    }

    /** Rule 30. */
    private static void noTextHoldsASecret(ConformanceSubject subject) throws Exception {
        SessionBackend backend = subject.backend();
        BackendSession session = open(subject, backend, ProbeAttempt.patient());
        List<String> texts = new ArrayList<>();
        texts.add(backend.toString());
        texts.add(session.toString());
        texts.add(session.id());
        session.attributes().forEach((name, value) -> texts.add(name + "=" + value));
        subject.live().flatMap(session::unwrap).ifPresent(live -> texts.add(live.toString()));
        close(subject, session);
        assertHoldNoSecret(subject, texts.stream());
    }

    /** Rule 30: the message as it is, and those of its causes after the mask. */
    private static void noFailureHoldsASecret(ConformanceSubject subject) {
        SessionBackend refusing = given(subject.refused());
        Throwable refusal = refusal(subject, refusing);
        Stream<String> causes =
                Stream.iterate(refusal, cause -> cause != null, Throwable::getCause)
                        .limit(10)
                        .map(cause -> refusing.mask(String.valueOf(cause.getMessage())));
        assertHoldNoSecret(subject, Stream.concat(Stream.of(refusal.toString()), causes));
    }

    /** Rule 30. */
    private static void maskHidesSecrets(ConformanceSubject subject) {
        assumeTrue(!subject.secrets().isEmpty(), "no secrets are given");
        SessionBackend backend = subject.backend();
        for (String secret : subject.secrets()) {
            List<String> texts =
                    List.of(
                            secret,
                            "login as x/" + secret + " refused",
                            secret + secret,
                            "(" + secret + ")");
            assertHoldNoSecret(subject, texts.stream().map(backend::mask));
        }
    }

    private static void maskTakesAnyText(ConformanceSubject subject) {
        SessionBackend backend = subject.backend();
        for (String text : List.of("", "connection refused", "$1 \\ %s {0}", "x".repeat(10_000))) {
            assertThat(backend.mask(text)).as("a text without secrets, masked").isEqualTo(text);
        }
    }

    private static void nothingIsLeftOfManySessions(ConformanceSubject subject) throws Exception {
        assumeTrue(subject.held().isPresent(), "the server's sessions cannot be counted");
        int before = subject.held().getAsInt();
        SessionBackend backend = subject.backend();
        for (int epoch = 1; epoch <= MANY; epoch++) {
            ProbeAttempt attempt = new ProbeAttempt(epoch, 1, subject.patience());
            close(subject, open(subject, backend, attempt));
        }
        await().atMost(subject.patience())
                .untilAsserted(
                        () ->
                                assertThat(subject.held().getAsInt())
                                        .as("sessions left on the server")
                                        .isLessThanOrEqualTo(before));
    }

    private static BackendSession open(ConformanceSubject subject) throws Exception {
        return open(subject, subject.backend(), ProbeAttempt.patient());
    }

    private static BackendSession open(
            ConformanceSubject subject, SessionBackend backend, OpenAttempt attempt)
            throws Exception {
        return within(subject.patience(), "open", () -> backend.open(attempt));
    }

    private static void close(ConformanceSubject subject, BackendSession session) throws Exception {
        within(
                subject.patience(),
                "close",
                () -> {
                    session.close();
                    return true;
                });
    }

    private static void beat(ConformanceSubject subject, BackendSession session) throws Exception {
        within(
                subject.patience(),
                "keepAlive",
                () -> {
                    session.keepAlive();
                    return true;
                });
    }

    private static Throwable refusal(ConformanceSubject subject, SessionBackend refusing) {
        Throwable refusal =
                catchThrowableOfType(
                        Exception.class, () -> open(subject, refusing, ProbeAttempt.patient()));
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }

    private static void assertHoldNoSecret(ConformanceSubject subject, Stream<String> texts) {
        assumeTrue(!subject.secrets().isEmpty(), "no secrets are given");
        String[] secrets = subject.secrets().toArray(String[]::new);
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    private static <T> T given(Optional<T> situation) {
        assumeTrue(situation.isPresent(), "this backend cannot be brought into the situation");
        return situation.orElseThrow();
    }
}
