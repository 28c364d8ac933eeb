package leasehold.simulation;

import java.util.Map;

/**
 * What goes wrong, by chance. Immutable.
 *
 * @param server the settings of the simulated server by name; what is absent has its default, and
 *     without any the server is as it was set up
 * @param leaks the chance that a client goes without releasing its lease
 * @param releasesTwice the chance that a client releases its lease twice
 */
public record Faults(Map<String, String> server, double leaks, double releasesTwice) {

    /** Nothing. */
    public static final Faults NONE = new Faults(Map.of(), 0, 0);

    /** Checks the bounds, and copies. */
    public Faults {
        server = Map.copyOf(server);
        Check.number("leaks", leaks, 0, 1);
        Check.number("releasesTwice", releasesTwice, 0, 1);
    }

    /** Returns faults of the clients alone. */
    public static Faults ofClients(double leaks, double releasesTwice) {
        return new Faults(Map.of(), leaks, releasesTwice);
    }

    /** Returns faults of the server alone. */
    public static Faults ofServer(Map<String, String> settings) {
        return new Faults(settings, 0, 0);
    }
}
