package leasehold.backend;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Makes backends of one kind from settings. Found through {@link ServiceLoader}. */
public interface SessionBackendProvider {

    /** Returns all that are on the path, in no order. */
    static List<SessionBackendProvider> installed() {
        return ServiceLoader.load(SessionBackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Returns the one of an id.
     *
     * @throws IllegalArgumentException if there is none, with the ids that there are
     */
    static SessionBackendProvider named(String id) {
        List<SessionBackendProvider> installed = installed();
        List<String> ids = installed.stream().map(SessionBackendProvider::id).sorted().toList();
        return installed.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "backend '%s' is unknown; known are %s"
                                                .formatted(id, String.join(", ", ids))));
    }

    /** Returns the short name by which the kind is chosen, such as {@code jdbc}. */
    String id();

    /** Returns the name that a person reads, such as "Database (JDBC)". */
    String title();

    /** Describes the settings, in the order in which a dialog shows them. */
    List<Setting> settings();

    /**
     * Makes a backend; connects to nothing yet.
     *
     * @param values the settings given, by name; absent ones take their default
     * @throws InvalidSettingException if one is missing, unknown or out of range
     */
    SessionBackend create(Map<String, String> values);
}
