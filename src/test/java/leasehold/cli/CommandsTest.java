package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                        "leasehold: no command is given; allowed is advise, backends, export, import, open, report, simulate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dance|'dance' is unknown; allowed is advise, backends, export, import, open, report, simulate; see leasehold --help",
                "simulate --clinets=3|'--clinets=3' is unknown; allowed is --clients",
                "simulate now|'now' is unknown; see leasehold simulate --help",
                "simulate --clients=0|--clients is '0'; allowed is from 1 to 100000",
                "simulate --clients|Missing required parameter for option '--clients'",
                "simulate --leases=1 --leases=2|option '--leases' (<number>) should be specified"
                        + " only once",
                "simulate --seconds=soon|--seconds is 'soon'; allowed is a time such as 250ms",
                "simulate --leases=0|--leases is '0'; allowed is from 1 to 1000000000",
                "simulate --seconds=1 --stop=never|--seconds and --stop are given; allowed is one"
                        + " of --seconds, --leases, --stop",
                "simulate --preset=calm|--preset is 'calm'; allowed is one-client, ten-calm, herd",
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
                "simulate --fail-if=opens|--fail-if is 'opens'; allowed is a name, one of < <= > >="
                        + " == !=, and a number",
                "simulate --fail-if=opened>0|--fail-if names 'opened' in 'opened>0'; allowed is"
                        + " opens, failedOpens",
                "simulate --report=no/such/folder/x.json|--report is 'no/such/folder/x.json'; allowed"
                        + " is a file in a folder that exists",
                "simulate --report=|--report is ''; allowed is the path of a file",
                "simulate --scenario=|scenario '' cannot be read: --scenario is ''; allowed is the path of a file",
                "simulate --record=|--record is ''; allowed is the path of a file",
                "simulate --recording=|--recording is ''; allowed is the path of a file",
                "simulate --recording=x --speed=0|--speed is '0'; allowed is from 1 to 100",
                "simulate --recording=x --speed=NaN|--speed is 'NaN'; allowed is from 1 to 100",
                "simulate --recording=x --speed=|--speed is ''; allowed is a number",
                "report --record=|--record is ''; allowed is the path of a file",
                "report --html=|--html is ''; allowed is the path of a file",
                "report --html=no/such/folder/x.html|--html is 'no/such/folder/x.html'; allowed is a file in a folder that exists",
                "advise --linger=-1s|--linger is '-1s'; allowed is a time such as 250ms",
                "advise --linger=|--linger is ''; allowed is a time such as 5s",
                "import x --record=|--record is ''; allowed is the path of a file",
                "backends ldap|backend 'ldap' is unknown; known are ambient, jdbc, simulated"
            })
    void whatIsWrongIsSaidInOneSentence(String command, String sentence) {
        Said said = Said.by(command.split(" ", -1));
        assertThat(said.code()).isEqualTo(Exit.WRONG);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("leasehold: " + sentence).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --recording=?",
                "simulate --scenario=?",
                "report --record=?",
                "report --at=?",
                "report --record=none.sqlite --html=?",
                "advise --record=?",
                "advise --linger=?",
                "export ? --record=none.sqlite --form=csv",
                "export x.csv --form=?",
                "export x.csv --from=?",
                "export x.csv --record=?",
                "import ?",
                "import x --record=?",
                "backends ?",
                "--?",
                "?"
            })
    void whatIsLongOrNoTextIsShownOnOneShortLine(String command) {
        for (String value : List.of("x".repeat(5_000), "a\0b", "a\r\n\33[2Jb")) {
            Said said = Said.by(command.replace("?", value).split(" ", -1));
            assertThat(said.code()).isIn(Exit.WRONG, Exit.UNABLE);
            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .startsWith("leasehold: ")
                    .hasLineCount(1)
                    .hasSizeLessThan(700)
                    .doesNotContainPattern("[\\x00-\\x1F&&[^\\r\\n]]|Exception");
        }
    }
}
