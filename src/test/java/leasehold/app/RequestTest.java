package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void openWithoutAFileSaysWhatIsAllowed() {
        assertThat(request("leasehold", "open"))
                .isEqualTo(new Request.Wrong("file is not given; allowed is: leasehold open FILE"));
    }

    @Test
    void nameThatNoFileCanHaveIsSaid() {
        assertThat(request("open", "a\0b"))
                .isEqualTo(new Request.Wrong("file is 'a\0b'; allowed is the path of a file"));
    }

    private static Request request(String... args) {
        return Request.of(List.of(args));
    }

    private static Request window(String... files) {
        return new Request.Window(List.of(files).stream().map(Path::of).toList());
    }
}
