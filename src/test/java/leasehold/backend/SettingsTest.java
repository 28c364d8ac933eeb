package leasehold.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of a backend are refused with their name, their value and what is allowed. */
class SettingsTest {

    private static final List<Setting> DESCRIBED =
            List.of(
                    Setting.text("url", "", "Where the server is.").mandatory(),
                    Setting.secret("password", "Shown nowhere."),
                    Setting.onOff("trace", false, "Tells more."),
                    Setting.integer("seats", 3, 1, 10, "How many."),
                    Setting.decimal("chance", 0.5, 0, 1, "How likely."),
                    Setting.duration("latency", "250ms", 0, 60, "How long."),
                    Setting.choice("mode", "fast", List.of("fast", "slow"), "Which way."));

    @Test
    void absentOnesTakeTheirDefault() {
        Settings settings = given(Map.of("url", " there "));
        assertThat(settings.text("url")).isEqualTo("there");
        assertThat(settings.text("password")).isEmpty();
        assertThat(settings.on("trace")).isFalse();
        assertThat(settings.integer("seats")).isEqualTo(3);
        assertThat(settings.decimal("chance")).isEqualTo(0.5);
        assertThat(settings.duration("latency")).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.text("mode")).isEqualTo("fast");
    }

    @ParameterizedTest
    @CsvSource({"5, 5000", "5s, 5000", "1.5 s, 1500", "1m, 60000", "0.01h, 36000", "20ms, 20"})
    void timesAreReadWithTheirUnit(String text, long millis) {
        assertThat(given(Map.of("url", "x", "latency", text)).duration("latency"))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seats   | 11    | setting 'seats' is '11'; allowed is from 1 to 10",
                "seats   | many  | setting 'seats' is 'many'; allowed is a whole number, from 1 to 10",
                "chance  | 1.5   | setting 'chance' is '1.5'; allowed is from 0 to 1",
                "chance  | NaN   | setting 'chance' is 'NaN'; allowed is from 0 to 1",
                "chance  | often | setting 'chance' is 'often'; allowed is a number, from 0 to 1",
                "latency | 2m    | setting 'latency' is '2m'; allowed is from 0 to 60 s",
                "latency | -1s   | setting 'latency' is '-1s'; allowed is a time such as 250ms, 5s, 2m or 1h, from 0 to 60 s",
                "trace   | yes   | setting 'trace' is 'yes'; allowed is true, false",
                "mode    | odd   | setting 'mode' is 'odd'; allowed is fast, slow",
            })
    void valueOutOfRangeIsRefused(String name, String value, String text) {
        assertThatThrownBy(() -> given(Map.of("url", "x", name, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(text);
    }

    @Test
    void missingAndUnknownOnesAreRefused() {
        assertThatThrownBy(() -> given(Map.of("url", "  ")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("setting 'url' is missing: Where the server is.");
        assertThatThrownBy(() -> given(Map.of("url", "x", "ulr", "y")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(
                        "setting 'ulr' is unknown; known are url, password, trace, seats, chance, latency, mode");
    }

    @Test
    void oneThatIsNotDescribedCannotBeRead() {
        Settings settings = given(Map.of("url", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.text("user"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.duration("user"));
    }

    @Test
    void secretIsKeptAsGivenAndShownNowhere() {
        Settings settings = given(Map.of("url", "x", "password", " s3cret "));
        assertThat(settings.text("password")).isEqualTo(" s3cret ");
        assertThat(settings.toString())
                .isEqualTo("settings chance, latency, mode, password, seats, trace, url");
    }

    private static Settings given(Map<String, String> values) {
        return Settings.of(DESCRIBED, values);
    }
}
