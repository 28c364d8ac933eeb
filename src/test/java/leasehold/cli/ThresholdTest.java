package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import leasehold.session.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds: a name, a sign and a number. */
class ThresholdTest {

    @ParameterizedTest
    @CsvSource({
        "opens>2,true", "opens>3,false", "opens>=3,true", "opens<3,false", "opens<4,true",
        "opens<=3,true", "opens==3,true", "opens==2,false", "opens!=3,false", "opens!=2,true",
        "opens>2.5,true", "' opens > 2 ',true", "granted==5,true"
    })
    void comparesTheQuantityWithTheNumber(String text, boolean crossed) {
        assertThat(Threshold.of(text).isCrossed(outcome())).isEqualTo(crossed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "opens",
                "opens>",
                ">0",
                "opens=0",
                "opens>many",
                "opens>-1",
                "opens>0>1"
            })
    void whatIsNoThresholdIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Threshold.of(text))
                .withMessageStartingWith("--fail-if is '" + text + "'; allowed is a name, one of");
    }

    @Test
    void everyQuantityCanBeNamed() {
        assertThat(Stream.of(Quantity.values()).map(Quantity::word))
                .doesNotHaveDuplicates()
                .contains("opens", "failedOpens", "waitMaxMillis")
                .allSatisfy(word -> assertThat(Threshold.of(word + ">0").sign()).isEqualTo(">"));
    }

    private static Outcome outcome() {
        Map<Quantity, Long> seen = new EnumMap<>(Quantity.class);
        Stream.of(Quantity.values()).forEach(quantity -> seen.put(quantity, 0L));
        seen.put(Quantity.OPENS, 3L);
        return new Outcome(new Ledger(5, 5, 0, 0, 0, 0, 0, 0), seen);
    }
}
