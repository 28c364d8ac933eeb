package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private final Formats formats =
            new Formats(Clock.fixed(Instant.parse("2025-06-04T12:03:07Z"), ZoneId.of("+02:00")));

    @ParameterizedTest
    @CsvSource({
        "0, <1 ms",
        "1, 1 ms",
        "812, 812 ms",
        "999, 999 ms",
        "4200, 4.2 s",
        "59999, 59.9 s",
        "60000, 1 m 00 s",
        "187000, 3 m 07 s",
        "3599999, 59 m 59 s",
        "7380000, 2 h 03 m",
        "86399000, 23 h 59 m",
        "439200000, 5 d 2 h",
        "-5, <1 ms"
    })
    void durationHasTwoUnitsAtMost(long millis, String text) {
        assertThat(Formats.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0 s", "0, 0 s", "1, 1 s", "3001, 4 s", "61000, 1 m 01 s"})
    void countdownRoundsUp(long millis, String text) {
        assertThat(Formats.wait(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void timeOfTodayHasMillisecondsAndThatOfOtherDaysTheDate() {
        assertThat(formats.time(Instant.parse("2025-06-04T12:03:07.412Z")))
                .isEqualTo("14:03:07.412");
        assertThat(formats.time(Instant.parse("2025-06-03T12:03:07.412Z")))
                .isEqualTo("2025-06-03 14:03:07");
        assertThat(formats.time(Instant.parse("2025-06-03T22:00:00Z"))).isEqualTo("00:00:00.000");
    }

    @Test
    void timesOfOtherMillenniaReadAsTheyAre() {
        assertThat(formats.time(Instant.parse("0001-02-03T04:05:06Z")))
                .isEqualTo("0001-02-03 06:05:06");
        assertThat(formats.time(Instant.parse("-0044-03-15T10:00:00Z")))
                .isEqualTo("-0044-03-15 12:00:00");
        assertThat(formats.clock(Instant.parse("9999-12-31T12:00:00Z")))
                .isEqualTo("9999-12-31 14:00:00");
        assertThat(formats.exact(Instant.MAX)).endsWith("\n" + Instant.MAX);
        assertThat(formats.isToday(Instant.MIN)).isFalse();
    }

    @Test
    void timesThatNoCalendarHasStandAsTheNearestOnes() {
        assertThat(formats.time(Instant.MIN)).isEqualTo("-999999999-01-02 02:00:00");
        assertThat(formats.time(Instant.MAX)).isEqualTo("+999999999-12-31 01:59:59");
    }

    @Test
    void longestTimesHaveTheirText() {
        assertThat(formats.since(Instant.MIN)).matches("\\d{12} d \\d+ h");
        assertThat(formats.since(Instant.MAX)).isEqualTo("0.0 s");
        assertThat(formats.until(Instant.MAX)).matches("\\d{12} d \\d+ h");
        assertThat(formats.until(Instant.MIN)).isEqualTo("0 s");
        assertThat(Formats.duration(Duration.ofSeconds(Long.MAX_VALUE))).endsWith(" d 15 h");
    }

    @Test
    void missingIsADash() {
        assertThat(formats.time(Optional.empty())).isEqualTo("–");
        assertThat(Formats.nanos(0)).isEqualTo("–");
        assertThat(Formats.text(" ")).isEqualTo("–");
    }

    @Test
    void exactTimeHasTheOffsetAndUtc() {
        assertThat(formats.exact(Instant.parse("2025-06-04T12:03:07Z")))
                .isEqualTo("2025-06-04T14:03:07+02:00\n2025-06-04T12:03:07Z");
        assertThat(formats.exact(Instant.parse("2025-06-04T12:03:07.970Z")))
                .as("as many digits in both")
                .isEqualTo("2025-06-04T14:03:07.970+02:00\n2025-06-04T12:03:07.970Z");
        assertThat(formats.zone()).isEqualTo("UTC+02:00");
    }

    @Test
    void nameOfASettingReadsAsWords() {
        assertThat(Formats.title("keepAliveTimeout")).isEqualTo("Keep alive timeout");
        assertThat(Formats.title("user")).isEqualTo("User");
        assertThat(Formats.title("url")).isEqualTo("URL");
    }

    @Test
    void numberHasItsThousandsApart() {
        assertThat(Formats.number(1_204)).isEqualTo("1,204");
    }
}
