package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutletTest {

    @Test
    void whatCannotBeWrittenIsRemembered() {
        Outlet outlet = told(failing("No space left on device"));
        assertThat(outlet.trouble()).contains("No space left on device");
    }

    @Test
    void readerThatHadEnoughIsNoTrouble() {
        assertThat(told(failing("Broken pipe")).trouble()).isEmpty();
    }

    @Test
    void whatIsWrittenPassesUnchanged() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(told(bytes).trouble()).isEmpty();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("answer" + System.lineSeparator());
    }

    private static Outlet told(OutputStream out) {
        Outlet outlet = new Outlet(out);
        new PrintWriter(outlet, true, StandardCharsets.UTF_8).println("answer");
        return outlet;
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
