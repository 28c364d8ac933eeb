package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.session.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection refused by db-01:5432 | Connection refused by <host>",
                "Connection to localhost:5432 refused. | Connection to <host> refused.",
                "no answer within 812 ms | no answer within <n> ms",
                "took 4.2 s, then 1,204 more | took <n> s, then <n> more",
                "session 17 of demo | session <n> of demo",
                "at 2025-06-03T14:03:07.412Z it ended | at <time> it ended",
                "at 2025-06-03 14:03:07 it ended | at <time> it ended",
                "at 14:03:07.412 it ended | at <time> it ended",
                "token 550e8400-e29b-41d4-a716-446655440000 is unknown | token <id> is unknown",
                "object 0x7ffde3 freed | object <id> freed",
                "trace 4bf92f3577b34da6 | trace <id>",
                "no route to 10.0.4.17 | no route to <host>",
                "no route to 10.0.4.17:8080 | no route to <host>",
                "no route to [fe80::1ff:fe23:4567:890a]:8080 | no route to <host>",
                "GET https://api.shop.example:8443/v1/login | GET https://<host>/v1/login",
                "unknown host api.shop.example | unknown host <host>",
                "server web-17 is down | server <host> is down",
                "the password is wrong | the password is wrong",
                "worker17 of pool-3 took 812ms | worker<n> of <host> took <n>ms",
                "SQLState 57P01 by SHA256 | SQLState 57P01 by SHA256"
            })
    void masksWhatDiffersFromOneTimeToTheNext(String text, String masked) {
        assertThat(Fingerprint.masked(text)).isEqualTo(masked);
    }

    @Test
    void sameCauseOnOtherHostsAndTimesIsOneFingerprint() {
        Fingerprint one = Fingerprint.of(Stage.OPEN, failure("refused by db-01:5432 after 812 ms"));
        Fingerprint other = Fingerprint.of(Stage.OPEN, failure("refused by db-02:5433 after 9 ms"));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void otherStageIsAnotherCause() {
        assertThat(Fingerprint.of(Stage.CLOSE, failure("refused")))
                .isNotEqualTo(Fingerprint.of(Stage.OPEN, failure("refused")));
    }

    @Test
    void siteIsTheFirstFrameOfTheFailingCodesOwn() {
        Failure failure =
                failure(
                        "refused",
                        new StackTraceElement("java.net.Socket", "connect", "Socket.java", 1),
                        new StackTraceElement("com.shop.Login", "send", "Login.java", 88),
                        new StackTraceElement("com.shop.Main", "main", "Main.java", 3));

        assertThat(Fingerprint.of(Stage.OPEN, failure).site()).isEqualTo("Login.send:88");
    }

    @Test
    void failureWithoutFramesHasNoSite() {
        assertThat(Fingerprint.of(Stage.OPEN, failure("refused")).site()).isEmpty();
    }

    private static Failure failure(String text, StackTraceElement... frames) {
        return new Failure(
                FailureCategory.UNREACHABLE,
                "x.Refused",
                text,
                Optional.empty(),
                List.of(),
                List.of(frames));
    }
}
