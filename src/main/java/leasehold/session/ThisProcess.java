package leasehold.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** Who this process is, looked up once, when the first controller is built. */
final class ThisProcess {

    static final String USER = System.getProperty("user.name", "");
    static final String HOST = host();
    static final long PID = ProcessHandle.current().pid();

    private ThisProcess() {}

    /**
     * Looks it up now, so that nobody who names a holder waits for a name server (rule 28). Called
     * without a lock.
     */
    static void lookUpOnce() {}

    private static String host() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .flatMap(name -> Optional.ofNullable(name).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(ThisProcess::hostName);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
