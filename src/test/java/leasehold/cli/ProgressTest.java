package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a person sees of a run while it goes on. */
class ProgressTest {

    private final StringWriter err = new StringWriter();
    private final Texts texts = new Texts();

    @Test
    void terminalHasABarThatIsWrittenOver() {
        Progress bar = new Progress.Bar(new PrintWriter(err), texts);
        bar.show(now(1, OptionalDouble.of(0.25)));
        assertThat(err.toString())
                .isEqualTo(
                        "\r\033[K[#####---------------] 25 %  1 s: 2 held, 1,234 granted, 0 refused,"
                                + " 0 failed opens");
        bar.end();
        assertThat(err.toString()).endsWith("\r\033[K");
    }

    @Test
    void barOfARunWithoutEndHasNoPart() {
        Progress bar = new Progress.Bar(new PrintWriter(err), texts);
        bar.show(now(1, OptionalDouble.empty()));
        assertThat(err.toString()).startsWith("\r\033[K1 s: 2 held");
    }

    @Test
    void elsewhereThereIsALineNowAndThen() {
        Progress lines = new Progress.Lines(new PrintWriter(err, true), texts);
        for (long second = 0; second < 12; second++) {
            lines.show(now(second, OptionalDouble.of(1)));
        }
        lines.end();
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .isEqualTo("100 %  5 s: 2 held, 1,234 granted, 0 refused, 0 failed opens");
    }

    @Test
    void entriesHaveABarOnATerminal() {
        CountLine line = new CountLine(streams(true), texts, 2_000, () -> 0);
        line.accept(1_000);
        assertThat(err.toString()).isEqualTo("\r\033[K[##########----------] 50 %  1,000 entries");
        line.close();
        assertThat(err.toString()).endsWith("\r\033[K");
    }

    @Test
    void entriesHaveALineNowAndThenElsewhere() {
        AtomicLong seconds = new AtomicLong();
        CountLine line =
                new CountLine(streams(false), texts, 12, () -> seconds.get() * 1_000_000_000);
        for (int count = 1; count <= 12; count++) {
            seconds.set(count);
            line.accept(count);
        }
        line.close();
        assertThat(err.toString().lines()).containsExactly("41 %  5 entries", "83 %  10 entries");
    }

    private Streams streams(boolean terminal) {
        return new Streams(new PrintWriter(err), new PrintWriter(err, true), terminal);
    }

    @Test
    void programsAreNotTold() {
        Progress.SILENT.show(now(9, OptionalDouble.of(0.5)));
        Progress.SILENT.end();
        assertThat(err.toString()).isEmpty();
    }

    private static Progress.Now now(long seconds, OptionalDouble part) {
        return new Progress.Now(
                Duration.ofSeconds(seconds),
                part,
                Map.of(Quantity.HELD, 2L, Quantity.GRANTED, 1_234L));
    }
}
