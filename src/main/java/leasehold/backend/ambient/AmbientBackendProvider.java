package leasehold.backend.ambient;

import java.util.List;
import java.util.Map;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import leasehold.backend.Settings;

/** Makes backends for the session in which the program runs. */
public final class AmbientBackendProvider implements SessionBackendProvider {

    private static final List<Setting> SETTINGS =
            List.of(
                    Setting.text(
                            "name", "ambient", "The name of the session that exists already."));

    @Override
    public String id() {
        return "ambient";
    }

    @Override
    public String title() {
        return "Session around this program (ambient)";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public SessionBackend create(Map<String, String> values) {
        String name = Settings.of(SETTINGS, values).text("name");
        String process = Long.toString(ProcessHandle.current().pid());
        return new AmbientBackend(name, Map.of("process", process));
    }
}
