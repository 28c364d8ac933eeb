package leasehold.backend;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/**
 * The conformance kit notices every fault that it is there for: each bad backend has one, and a
 * check fails for it.
 */
class BadBackendsTest {

    @ParameterizedTest
    @EnumSource(ConformanceCheck.class)
    void goodBackendPasses(ConformanceCheck check) {
        assertThatCode(() -> check.run(new PlainSubject())).doesNotThrowAnyException();
    }

    @Test
    void nullSession() {
        assertFails(
                ConformanceCheck.OPEN_RETURNS_A_SESSION,
                new PlainSubject() {
                    @Override
                    BackendSession open(OpenAttempt attempt) {
                        return null;
                    }
                });
    }

    @Test
    void openThatNeverReturns() {
        assertFails(
                ConformanceCheck.OPEN_RETURNS_A_SESSION,
                new PlainSubject() {
                    @Override
                    BackendSession open(OpenAttempt attempt) throws InterruptedException {
                        new CountDownLatch(1).await();
                        return super.open(attempt);
                    }
                });
    }

    @Test
    void openThatDoesNotLookAtTheTimeLeft() {
        assertFails(
                ConformanceCheck.OPEN_ANSWERS_IN_TIME,
                new PlainSubject() {
                    @Override
                    BackendSession stall(OpenAttempt attempt) throws InterruptedException {
                        new CountDownLatch(1).await();
                        return null;
                    }
                });
    }

    @Test
    void openDeafToInterruptionWithoutAnAbortHook() {
        assertFails(
                ConformanceCheck.ABORT_FREES_AN_OPEN,
                new PlainSubject() {
                    @Override
                    BackendSession stall(OpenAttempt attempt) {
                        while (true) {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException _) {
                                // deaf
                            }
                        }
                    }
                });
    }

    @Test
    void blankId() {
        assertFails(
                ConformanceCheck.ID_NAMES_THE_SESSION,
                new PlainSubject() {
                    @Override
                    String id() {
                        return " ";
                    }
                });
    }

    @Test
    void mutableAttributes() {
        assertFails(
                ConformanceCheck.ATTRIBUTES_ARE_IMMUTABLE,
                new PlainSubject() {
                    @Override
                    Map<String, String> attributes() {
                        return new HashMap<>();
                    }
                });
    }

    @Test
    void secretInTheAttributes() {
        assertFails(
                ConformanceCheck.NO_TEXT_HOLDS_A_SECRET,
                new PlainSubject() {
                    @Override
                    Map<String, String> attributes() {
                        return Map.of("login", "x/" + SECRET);
                    }
                });
    }

    @Test
    void secretInTheMessage() {
        assertFails(
                ConformanceCheck.NO_FAILURE_HOLDS_A_SECRET,
                new PlainSubject() {
                    @Override
                    Exception refusal() {
                        return new BackendException(
                                FailureCategory.CREDENTIALS, SECRET + " is the wrong password");
                    }
                });
    }

    @Test
    void refusalWithoutACategory() {
        assertFails(
                ConformanceCheck.REFUSAL_HAS_A_CATEGORY,
                new PlainSubject() {
                    @Override
                    Exception refusal() {
                        return new IllegalStateException("refused");
                    }
                });
    }

    @Test
    void maskThatHidesNothing() {
        assertFails(
                ConformanceCheck.MASK_HIDES_SECRETS,
                new PlainSubject() {
                    @Override
                    String mask(String text) {
                        return text;
                    }
                });
    }

    @Test
    void maskThatGivesNothing() {
        assertFails(
                ConformanceCheck.MASK_TAKES_ANY_TEXT,
                new PlainSubject() {
                    @Override
                    String mask(String text) {
                        return null;
                    }
                });
    }

    @Test
    void hangingClose() {
        assertFails(
                ConformanceCheck.CLOSE_RETURNS,
                new PlainSubject() {
                    @Override
                    void close() throws InterruptedException {
                        new CountDownLatch(1).await();
                    }
                });
    }

    @Test
    void secondCloseThatThrowsAnError() {
        assertFails(
                ConformanceCheck.SECOND_CLOSE_ENDS_CLEANLY,
                new PlainSubject() {
                    private boolean closed;

                    @Override
                    void close() {
                        if (closed) {
                            throw new StackOverflowError("closed before");
                        }
                        closed = true;
                    }
                });
    }

    @Test
    void beatThatFailsOnALivingSession() {
        assertFails(
                ConformanceCheck.BEAT_OF_A_LIVING_SESSION_RETURNS,
                new PlainSubject() {
                    @Override
                    void keepAlive() throws SessionLostException {
                        throw new SessionLostException("gone", null);
                    }
                });
    }

    @Test
    void lossReportedOfALivingSession() {
        assertFails(
                ConformanceCheck.NO_LOSS_OF_A_LIVING_SESSION_IS_REPORTED,
                new PlainSubject() {
                    @Override
                    BackendSession open(OpenAttempt attempt) throws InterruptedException {
                        attempt.reportLost(new SessionLostException("gone", null));
                        return super.open(attempt);
                    }
                });
    }

    @Test
    void unwrapThatLetsAHolderClose() {
        assertFails(
                ConformanceCheck.HOLDER_CANNOT_CLOSE,
                new PlainSubject() {
                    private boolean closed;

                    @Override
                    <T> Optional<T> unwrap(Class<T> type) {
                        AutoCloseable live = () -> closed = true;
                        return type.isInstance(live)
                                ? Optional.of(type.cast(live))
                                : Optional.empty();
                    }

                    @Override
                    void keepAlive() throws SessionLostException {
                        if (closed) {
                            throw new SessionLostException("a holder closed it", null);
                        }
                    }
                });
    }

    @Test
    void unwrapThatGivesNull() {
        assertFails(
                ConformanceCheck.UNWRAP_OF_A_STRANGER_IS_EMPTY,
                new PlainSubject() {
                    @Override
                    <T> Optional<T> unwrap(Class<T> type) {
                        return null;
                    }
                });
    }

    @Test
    void closeThatLeavesTheSessionOnTheServer() {
        assertFails(
                ConformanceCheck.NOTHING_IS_LEFT_OF_MANY_SESSIONS,
                new PlainSubject() {
                    @Override
                    void close() {
                        // says nothing to the server
                    }
                });
    }

    private static void assertFails(ConformanceCheck check, ConformanceSubject bad) {
        assertThatThrownBy(() -> check.run(bad))
                .isInstanceOfAny(AssertionError.class, Exception.class)
                .isNotInstanceOfAny(TestAbortedException.class, NullPointerException.class);
    }
}
