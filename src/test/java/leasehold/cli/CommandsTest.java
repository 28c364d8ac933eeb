package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame of all commands: help, version, and what is said of what is no command. */
class CommandsTest {

    @Test
    void helpNamesEveryCommand() {
        Said said = Said.by("--help");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("simulate", "backends", "Exit codes");
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "backends"})
    void everyCommandHasHelpOfItsOwn(String command) {
        Said said = Said.by(command, "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("Usage: leasehold " + command);
    }

    @Test
    void versionIsOneLine() {
        Said said = Said.by("--version");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("leasehold ").hasLineCount(1);
    }

    @Test
    void ownNameInFrontIsNoHindrance() {
        assertThat(Said.by("leasehold", "--version")).isEqualTo(Said.by("--version"));
    }

    @Test
    void withoutCommandItSaysWhichThereAre() {
        Said said = Said.by();
        assertThat(said.code()).isEqualTo(Exit.WRONG);
        assertThat(said.err().strip())
                .isEqualTo(
                        "leasehold: no command is given; allowed is advise, backends, export, import, report, simulate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dance|'dance' is unknown; allowed is advise, backends, export, import, report, simulate; see leasehold --help",
                "simulate --clinets=3|'--clinets=3' is unknown; allowed is --clients",
                "simulate now|'now' is unknown; see leasehold simulate --help",
                "simulate --clients=0|setting 'clients' is '0'; allowed is from 1 to 100000",
                "simulate --clients|Missing required parameter for option '--clients'",
                "simulate --leases=1 --leases=2|option '--leases' (<number>) should be specified"
                        + " only once",
                "simulate --seconds=soon|--seconds is 'soon'; allowed is a time such as 250ms",
                "simulate --leases=0|--leases is '0'; allowed is from 1 to 1000000000",
                "simulate --seconds=1 --stop=never|--seconds and --stop are given; allowed is one"
                        + " of --seconds, --leases, --stop",
                "simulate --preset=calm|preset is 'calm'; allowed is one-client, ten-calm, herd",
                "simulate --preset=herd --scenario=x|--preset and --scenario are given; allowed is"
                        + " one",
                "simulate --scenario=none.scenario|scenario 'none.scenario' is no file",
                "simulate --scenario=README.md|scenario 'README.md' cannot be read: line 3 is",
                "simulate --backend=ldap|backend 'ldap' is unknown; known are ambient, jdbc,"
                        + " simulated",
                "simulate --set=fast|--set is 'fast'; allowed is a name, = and a value",
                "simulate --set=seed=1 --set=seed=2|--set names 'seed' twice",
                "simulate --set=seed=x|setting 'seed' is 'x'; allowed is a whole number",
                "simulate --set=speed=1|setting 'speed' is unknown; known are seed, seats",
                "simulate --backend=jdbc|setting 'url' is missing: The JDBC URL",
                "simulate --backend=jdbc --set=url=jdbc:h2:mem:a --loss=1|backend is 'jdbc', which"
                        + " takes no faults; allowed with loss is simulated",
                "simulate --backend=jdbc --set=password=x|setting 'password' is a secret; allowed"
                        + " is the name of an environment variable: --secret password=VARIABLE",
                "simulate --backend=jdbc --secret=password=NO_SUCH_ONE|--secret is"
                        + " 'password=NO_SUCH_ONE'; allowed is an environment variable that is set",
                "simulate --fail-if=opens|fail-if is 'opens'; allowed is a name, one of < <= > >="
                        + " == !=, and a number",
                "simulate --fail-if=opened>0|fail-if names 'opened' in 'opened>0'; allowed is"
                        + " opens, failedOpens",
                "simulate --report=no/such/folder/x.json|report is 'no/such/folder/x.json'; allowed"
                        + " is a file in a folder that exists",
                "backends ldap|backend 'ldap' is unknown; known are ambient, jdbc, simulated"
            })
    void whatIsWrongIsSaidInOneSentence(String command, String sentence) {
        Said said = Said.by(command.split(" ", -1));
        assertThat(said.code()).isEqualTo(Exit.WRONG);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("leasehold: " + sentence).hasLineCount(1);
    }
}
