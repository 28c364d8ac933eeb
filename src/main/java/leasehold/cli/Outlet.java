package leasehold.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers why it could not be written to, which a writer on it does not tell. */
final class Outlet extends FilterOutputStream {

    private static final String GONE = "Broken pipe";

    private Optional<String> trouble = Optional.empty();

    Outlet(OutputStream out) {
        super(out);
    }

    /** Returns why it could not be written to, unless its reader had enough and went. */
    Optional<String> trouble() {
        return trouble.filter(why -> !why.equals(GONE));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
