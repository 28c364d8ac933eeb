package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import leasehold.history.ExportRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTimesTest {

    private final ExportTimes times = new ExportTimes(Facts.WORDS);

    @ParameterizedTest
    @CsvSource({
        "14:03, 2025-06-04T14:03:00Z",
        "9:03:07, 2025-06-04T09:03:07Z",
        "14:03:07.412, 2025-06-04T14:03:07.412Z",
        "2025-06-03, 2025-06-03T00:00:00Z",
        "2025-06-03 14:03, 2025-06-03T14:03:00Z",
        "2025-06-03T14:03:07, 2025-06-03T14:03:07Z"
    })
    void timeIsOfTodayUnlessADayIsNamed(String typed, Instant meant) {
        times.from().set(typed);
        assertThat(times.range()).contains(new ExportRange(Optional.of(meant), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "25:00", "14", "2025-13-01", "2025-06-03 14"})
    void whatIsNoTimeIsNamedWithWhatIsAllowed(String typed) {
        times.until().set(typed);
        assertThat(times.range()).isEmpty();
        assertThat(times.wrong().get()).contains("'" + typed + "'", "14:03:07");
    }

    @Test
    void untilComesAfterFrom() {
        times.from().set("14:03");
        times.until().set("14:02");
        assertThat(times.wrong().get())
                .isEqualTo("until is '14:02'; allowed is '14:03', the beginning, and later");
        times.until().set("14:04");
        assertThat(times.wrong().get()).isEmpty();
    }

    @Test
    void nothingTypedIsEverything() {
        assertThat(times.range()).contains(ExportRange.ALL);
    }
}
