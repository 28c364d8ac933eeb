package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import leasehold.session.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records replayed on the command line. */
class ReplayTest {

    @TempDir Path folder;
    private String recording;

    @BeforeEach
    void record() {
        recording = "--recording=" + folder.resolve("record.sqlite");
        Said said =
                Said.by(
                        "simulate",
                        "--clients=4",
                        "--apart=20ms",
                        "--holdTime=30ms",
                        "--thinkTime=20ms",
                        "--leases=40",
                        "--openTakes=0s",
                        "--record=" + folder.resolve("record.sqlite"));
        assertThat(said.code()).isZero();
    }

    @Test
    void asManyVisitsAsWereRecorded() {
        Said said = Said.by("simulate", recording, "--speed=10", "--openTakes=0s", "--json");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("\"controller\": \"simulation\"", "\"speed\": 10", "\"visits\": 40")
                .contains("\"unknownEnds\": 0", "\"balanced\": true")
                .doesNotContain("\"arrivals\"");
        assertThat(said.count(Quantity.GRANTED)).isEqualTo(40);
        assertThat(said.count(Quantity.RELEASED)).isEqualTo(40);
    }

    @Test
    void aPersonReadsWhatWasReplayed() {
        Said said = Said.by("simulate", recording, "--speed=2.5");
        assertThat(said.out())
                .containsPattern(
                        "^Replayed 40 visits of 4 clients from run 1 of 'simulation': [0-9.]+ s at"
                                + " speed 2\\.5\\.\\R")
                .containsPattern("(?m)^ *40  granted ");
    }

    @Test
    void terminalShowsHowManyVisitsHaveBegun() {
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(new PrintWriter(new StringWriter()), new PrintWriter(err), true);
        int code = new Commands(streams, _ -> Subscription.NONE).run("simulate", recording);
        assertThat(code).isZero();
        assertThat(err.toString()).containsPattern("\\[#+-*\\] \\d+ %");
    }

    @Test
    void sameSeedGivesTheSameCounts() {
        Said first = faulty();
        Said second = faulty();
        Stream.of(Quantity.GRANTED, Quantity.RELEASED, Quantity.HELD, Quantity.REFUSED)
                .forEach(
                        quantity ->
                                assertThat(second.count(quantity))
                                        .as(quantity.word())
                                        .isEqualTo(first.count(quantity)));
        assertThat(first.count(Quantity.HELD)).isBetween(5L, 35L);
    }

    private Said faulty() {
        return Said.by("simulate", recording, "--speed=20", "--seed=7", "--leaks=0.4", "--json");
    }

    @Test
    void anotherBackendIsReplayedOn() {
        Said said =
                Said.by(
                        "simulate",
                        recording,
                        "--backend=jdbc",
                        "--set=url=jdbc:h2:mem:replay",
                        "--speed=50",
                        "--json");
        assertThat(said.code()).isZero();
        assertThat(said.count(Quantity.GRANTED)).isEqualTo(40);
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        refused(
                "--preset is given; that is allowed without --recording",
                recording,
                "--preset=herd");
        refused(
                "--seconds and --clients are given; that is allowed without --recording",
                recording,
                "--clients=3",
                "--seconds=3");
        refused("--speed is given; that is allowed with --recording", "--speed=3");
        refused("--speed is '0.5'; allowed is from 1 to 100", recording, "--speed=0.5");
        refused("--speed is '101'; allowed is from 1 to 100", recording, "--speed=101");
        refused("--run is '9'; allowed is one of [1]", recording, "--run=9");
        refused(
                "--controller is 'nobody'; allowed is one of [simulation]",
                recording,
                "--controller=nobody");
        Path missing = folder.resolve("missing.sqlite");
        Said none = Said.by("simulate", "--recording=" + missing);
        assertThat(none.code()).isEqualTo(Exit.UNABLE);
        assertThat(none.err()).contains("There is no record at " + missing + ".");
        assertThat(missing).doesNotExist();
    }

    private static void refused(String sentence, String... options) {
        Said said =
                Said.by(
                        Stream.concat(Stream.of("simulate"), Stream.of(options))
                                .toArray(String[]::new));
        assertThat(said.code()).isEqualTo(Exit.WRONG);
        assertThat(said.err().strip()).isEqualTo("leasehold: " + sentence);
        assertThat(said.out()).isEmpty();
    }
}
