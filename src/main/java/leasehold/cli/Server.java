package leasehold.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import leasehold.backend.SessionBackend;
import leasehold.backend.simulated.SimulatedBackend;
import leasehold.backend.simulated.SimulatedBackendProvider;

/**
 * What a run is made against.
 *
 * @param id the kind of backend
 * @param backend the backend
 * @param given the settings with which it was made
 */
record Server(String id, SessionBackend backend, Map<String, String> given) {

    /** Tells whether it takes faults. */
    boolean obeys() {
        return backend instanceof SimulatedBackend;
    }

    /**
     * Returns what sets its faults: those of a scenario, and for the rest what it was made with.
     */
    Consumer<Map<String, String>> faults() {
        Consumer<Map<String, String>> faults = SimulatedBackendProvider.faultsOf(backend);
        return set -> {
            Map<String, String> all = new HashMap<>(set.isEmpty() ? Map.of() : given);
            all.putAll(set);
            faults.accept(all);
        };
    }
}
