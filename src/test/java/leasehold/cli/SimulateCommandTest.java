package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import leasehold.session.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of simulated clients, in real time, in which nobody has anything to wait for. */
class SimulateCommandTest {

    private static final String[] AT_ONCE = {
        "simulate",
        "--clients=8",
        "--apart=0s",
        "--holdTime=0s",
        "--thinkTime=0s",
        "--leases=200",
        "--openTakes=0s",
        "--closeTakes=0s"
    };

    @TempDir Path folder;

    @Test
    void everyLeaseIsAccountedFor() {
        Said said = Said.by(with("--json"));
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith("{").contains("\"balanced\": true");
        assertThat(said.count(Quantity.OPENS)).isEqualTo(1);
        assertThat(said.count(Quantity.GRANTED)).isEqualTo(200);
        assertThat(said.count(Quantity.RELEASED)).isEqualTo(200);
        assertThat(said.count(Quantity.HELD)).isZero();
        assertThat(said.count(Quantity.UNSEEN)).isZero();
        assertThat(said.count(Quantity.PEAK)).isBetween(1L, 8L);
    }

    @Test
    void aPersonReadsEveryQuantityWithItsName() {
        Said said = Said.by(AT_ONCE);
        assertThat(said.out()).hasLineCount(Quantity.values().length);
        Stream.of(Quantity.values())
                .forEach(quantity -> assertThat(said.out()).contains("  " + quantity.word()));
        assertThat(said.out()).containsPattern("(?m)^ +200  granted +leases granted$");
    }

    @Test
    void leasesThatAreLeftBehindAreStillHeld() {
        Said said = Said.by(with("--leaks=1", "--json"));
        assertThat(said.count(Quantity.HELD)).isEqualTo(200);
        assertThat(said.count(Quantity.REVOKED)).isZero();
        assertThat(said.out()).contains("\"balanced\": true");
    }

    @Test
    void sameSeedGivesTheSameCounts() {
        Said first = failing("7");
        Said second = failing("7");
        Stream.of(Quantity.values())
                .filter(quantity -> !quantity.isTime())
                .forEach(
                        quantity ->
                                assertThat(second.count(quantity))
                                        .as(quantity.word())
                                        .isEqualTo(first.count(quantity)));
        assertThat(first.count(Quantity.FAILED_OPENS)).isPositive();
        assertThat(first.count(Quantity.REFUSED) + first.count(Quantity.GRANTED)).isEqualTo(20);
    }

    private static Said failing(String seed) {
        return Said.by(
                "simulate",
                "--clients=1",
                "--holdTime=0s",
                "--thinkTime=0s",
                "--leases=20",
                "--openTakes=0s",
                "--failsProtocol=0.6",
                "--set=seed=" + seed,
                "--seed=" + seed,
                "--json");
    }

    @Test
    void crossedThresholdFailsAndIsNamedWithItsValue() {
        Said said = Said.by(with("--fail-if=granted>=200", "--fail-if", "refused>0"));
        assertThat(said.code()).isEqualTo(Exit.FAILED);
        assertThat(said.err().strip()).isEqualTo("crossed: granted>=200; it is 200");
    }

    @Test
    void keptThresholdDoesNotFail() {
        assertThat(Said.by(with("--fail-if=failedOpens>0")).code()).isZero();
    }

    @Test
    void reportIsWrittenInTheFormOfItsName() throws Exception {
        Path json = folder.resolve("report.json");
        Path text = folder.resolve("report.txt");
        Said said = Said.by(with("--report=" + json, "--fail-if=granted>0"));
        assertThat(said.code()).isEqualTo(Exit.FAILED);
        assertThat(Files.readString(json))
                .startsWith("{")
                .contains("\"granted\": 200", "\"clients\": \"8\"", "\"granted>0\"");
        Said plain = Said.by(with("--report=" + text));
        assertThat(Files.readString(text)).isEqualTo(plain.out());
    }

    @Test
    void reportThatCannotBeWrittenIsNoCrossedThreshold() {
        Path gone = folder.resolve("gone");
        Said said =
                Said.by(
                        _ -> {
                            assertThat(gone.toFile().delete()).isTrue();
                            return Subscription.NONE;
                        },
                        with("--report=" + existing(gone).resolve("report.txt")));
        assertThat(said.code()).isEqualTo(Exit.UNABLE);
        assertThat(said.err())
                .startsWith("leasehold: report '" + gone)
                .contains("cannot be written")
                .hasLineCount(1);
    }

    private static Path existing(Path gone) {
        assertThat(gone.toFile().mkdir()).isTrue();
        return gone;
    }

    @Test
    void reportIsNotWrittenOverWhatTheRunReadsOrRecords() throws Exception {
        Path file = Files.writeString(folder.resolve("kept"), "leasehold.scenario = 1");
        String other = folder.resolve(".").resolve("kept").toString();
        for (String option : new String[] {"--record", "--recording", "--scenario"}) {
            Said said = Said.by("simulate", option + "=" + other, "--report=" + file);
            assertThat(said.code()).isEqualTo(Exit.WRONG);
            assertThat(said.err().strip())
                    .isEqualTo(
                            "leasehold: --report is '%s', and so is %s; allowed is another file"
                                    .formatted(other, option));
        }
        Path made = folder.resolve("new.sqlite");
        Said said = Said.by("simulate", "--record=" + made, "--report=" + made);
        assertThat(said.err()).contains("and so is --record; allowed is another file");
        assertThat(made).doesNotExist();
        assertThat(file).hasContent("leasehold.scenario = 1");
    }

    @Test
    void interruptedRunTellsWhatCameOfIt() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        Interrupts atOnce =
                stop -> {
                    stopped.completeAsync(
                            () -> {
                                stop.run();
                                return null;
                            });
                    return Subscription.NONE;
                };
        Said said = Said.by(atOnce, "simulate", "--hold=never", "--apart=1h", "--json");
        stopped.join();
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("Ctrl+C");
        assertThat(said.count(Quantity.HELD)).isZero();
    }

    @Test
    void interruptionBeforeTheStartEndsTheRunToo() {
        Interrupts before =
                stop -> {
                    stop.run();
                    return Subscription.NONE;
                };
        Said said = Said.by(before, "simulate", "--hold=never", "--apart=1h", "--json");
        assertThat(said.code()).isZero();
        assertThat(said.count(Quantity.HELD)).isZero();
    }

    @Test
    void settingsChangeWhatAPresetSays() {
        Said said =
                Said.by(
                        "simulate",
                        "--preset=herd",
                        "--clients=5",
                        "--holdTime=0s",
                        "--holdMost=0s",
                        "--think=fixed",
                        "--thinkTime=0s",
                        "--leases=5",
                        "--openTakes=0s",
                        "--json");
        assertThat(said.out()).contains("\"hold\": \"uniform\"", "\"think\": \"fixed\"");
        assertThat(said.count(Quantity.GRANTED)).isEqualTo(5);
    }

    @Test
    void scenarioFileIsRun() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("x.scenario"),
                        """
                        leasehold.scenario = 1
                        clients = 3
                        apart = 0s
                        holdTime = 0s
                        thinkTime = 0s
                        stop = leases
                        stopLeases = 9
                        """);
        Said said = Said.by("simulate", "--scenario=" + file, "--json");
        assertThat(said.count(Quantity.GRANTED)).isEqualTo(9);
    }

    @Test
    void realDatabaseIsABackendToo() {
        Said said =
                Said.by(
                        "simulate",
                        "--backend=jdbc",
                        "--set=url=jdbc:h2:mem:cli",
                        "--clients=3",
                        "--apart=0s",
                        "--holdTime=0s",
                        "--thinkTime=0s",
                        "--leases=9",
                        "--json");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("\"backend\": \"jdbc\"");
        assertThat(said.count(Quantity.OPENS)).isEqualTo(1);
    }

    @Test
    void faultsLeaveTheSettingsOfTheServerAsTheyWere() {
        Said said =
                Said.by(
                        "simulate",
                        "--clients=1",
                        "--holdTime=0s",
                        "--leases=1",
                        "--set=seats=0",
                        "--openTakes=0s",
                        "--json");
        assertThat(said.count(Quantity.REFUSED)).isEqualTo(1);
    }

    private static String[] with(String... more) {
        return Stream.of(AT_ONCE, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
