package leasehold.backend;

import java.util.List;
import java.util.Map;

/** Makes backends of one kind from settings. Found through {@link java.util.ServiceLoader}. */
public interface SessionBackendProvider {

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
