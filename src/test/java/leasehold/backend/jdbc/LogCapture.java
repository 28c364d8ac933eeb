package leasehold.backend.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Everything that is logged, by the driver at its finest level too. */
final class LogCapture implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final Logger driver = Logger.getLogger("org.postgresql");
    private final StreamHandler handler = new StreamHandler(bytes, new SimpleFormatter());

    LogCapture() {
        handler.setLevel(Level.ALL);
        driver.setLevel(Level.ALL);
        driver.setUseParentHandlers(false);
        driver.addHandler(handler);
        System.setErr(new PrintStream(bytes, true, UTF_8));
    }

    String text() {
        handler.flush();
        return bytes.toString(UTF_8);
    }

    @Override
    public void close() {
        System.setErr(before);
        driver.removeHandler(handler);
        driver.setUseParentHandlers(true);
        driver.setLevel(null);
    }
}
