package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leasehold.cli.Opening;
import leasehold.history.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

    @Test
    void withoutArgumentsItIsTheWindow() {
        assertThat(request()).isEqualTo(window());
    }

    @Test
    void fileIsOpenedInTheWindow() {
        assertThat(request("incident.sqlite")).isEqualTo(window("incident.sqlite"));
        assertThat(request("leasehold", "./incident")).isEqualTo(window("./incident"));
        assertThat(request("open", "incident")).isEqualTo(window("incident"));
        assertThat(request("of\nann/a.sqlite")).isEqualTo(window("of\nann/a.sqlite"));
        assertThat(request("leasehold", "open", "a.sqlite", "b"))
                .isEqualTo(window("a.sqlite", "b"));
    }

    @Test
    void whatIsNoFileIsACommand() {
        assertThat(request("leasehold")).isEqualTo(new Request.Command());
        assertThat(request("simulate", "--seconds=1")).isEqualTo(new Request.Command());
        assertThat(request("leasehold", "report")).isEqualTo(new Request.Command());
        assertThat(request("--help")).isEqualTo(new Request.Command());
        assertThat(request("--record=./a.sqlite")).isEqualTo(new Request.Command());
    }

    @Test
    void openAloneIsTheWindow() {
        assertThat(request("open")).isEqualTo(window());
        assertThat(request("leasehold", "open", "--help")).isEqualTo(new Request.Command());
    }

    @Test
    void optionsSayWhereTheRecordIsAndHowMuchIsKept() {
        assertThat(
                        request(
                                "open",
                                "--record=mine.sqlite",
                                "--keep-days=30",
                                "--keep-entries=1000000",
                                "--keep-megabytes",
                                "500",
                                "incident.sqlite"))
                .isEqualTo(
                        new Request.Window(
                                new Opening(
                                        Optional.of(Path.of("mine.sqlite")),
                                        Retention.everything()
                                                .withAge(Duration.ofDays(30))
                                                .withEntries(1_000_000)
                                                .withBytes(500_000_000),
                                        List.of(Path.of("incident.sqlite")))));
    }

    @Test
    void propertiesSayTheSameWhereThereAreNoArguments() {
        Map<String, String> properties =
                Map.of("leasehold.place", "mine.sqlite", "leasehold.open", "a.sqlite");
        assertThat(Request.of(List.of(), properties::get))
                .isEqualTo(
                        new Request.Window(
                                new Opening(
                                        Optional.of(Path.of("mine.sqlite")),
                                        Retention.everything(),
                                        List.of(Path.of("a.sqlite")))));
        assertThat(Request.of(List.of(), Map.of("leasehold.place", " ")::get)).isEqualTo(window());
        assertThat(Request.of(List.of(), Map.of("leasehold.place", "a\0b")::get))
                .isEqualTo(new Request.Wrong("--record is 'a b'; allowed is the path of a file"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--record=|--record is ''; allowed is the path of a file",
                "--keep-days=0|--keep-days is '0'; allowed is from 1 to 36500",
                "--keep-days=soon|--keep-days is 'soon'; allowed is a whole number, from 1 to 36500",
                "--keep-days=|--keep-days is ''; allowed is a whole number",
                "--keep-entries=-1|--keep-entries is '-1'; allowed is from 1 to 1000000000000",
                "--keep-megabytes=1|--keep-megabytes is '1'; allowed is from 2 to 1000000000",
                "--keep-day=1|'--keep-day=1' is unknown; allowed is --keep-days",
                "--keep-days=1 --keep-days=2|option '--keep-days' (<number>) should be specified only once"
            })
    void whatIsWrongIsSaidInOneSentence(String words, String sentence) {
        Request request = request(("open " + words).split(" ", -1));
        assertThat(request)
                .isInstanceOfSatisfying(
                        Request.Wrong.class, wrong -> assertThat(wrong.why()).startsWith(sentence));
    }

    @Test
    void nameThatNoFileCanHaveIsSaid() {
        assertThat(request("open", "a\0b"))
                .isEqualTo(new Request.Wrong("file is 'a b'; allowed is the path of a file"));
    }

    private static Request request(String... args) {
        return Request.of(List.of(args), _ -> null);
    }

    private static Request window(String... files) {
        List<Path> paths = List.of(files).stream().map(Path::of).toList();
        return new Request.Window(new Opening(Optional.empty(), Retention.everything(), paths));
    }
}
