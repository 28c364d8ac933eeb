package leasehold.backend.jdbc;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import leasehold.backend.Settings;
import org.jspecify.annotations.Nullable;

/** Makes backends for databases. */
public final class JdbcBackendProvider implements SessionBackendProvider {

    private static final double HOUR = 3600;
    private static final Pattern USER_INFO = Pattern.compile("jdbc:postgresql://[^/?]*@.*");

    private static final List<Setting> SETTINGS =
            List.of(
                    Setting.text(
                                    "url",
                                    "",
                                    "The JDBC URL, such as jdbc:postgresql://host/database.")
                            .mandatory(),
                    Setting.text("user", "", "The user; empty if the URL names it."),
                    Setting.secret("password", "The password; empty if there is none."),
                    Setting.text(
                            "passwordVariable",
                            "",
                            "The environment variable that holds the password, instead of it."),
                    Setting.duration(
                            "keepAliveTimeout",
                            "5s",
                            0.1,
                            HOUR,
                            "How long the server may take to answer a beat or a close."));

    private final Function<String, @Nullable String> environment;

    /** Creates the provider for the environment of this process. */
    public JdbcBackendProvider() {
        this(System::getenv);
    }

    JdbcBackendProvider(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public String id() {
        return "jdbc";
    }

    @Override
    public String title() {
        return "Database (JDBC)";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public JdbcBackend create(Map<String, String> values) {
        Settings settings = Settings.of(SETTINGS, values);
        JdbcBackend backend =
                new JdbcBackend(
                        settings.text("url"),
                        settings.text("user"),
                        password(settings),
                        settings.duration("keepAliveTimeout"));
        checkUrl(settings.text("url"), backend);
        return backend;
    }

    /** Refuses a URL before a driver sees it, for some write what they cannot read to their log. */
    private static void checkUrl(String url, JdbcBackend backend) {
        if (USER_INFO.matcher(url).matches()) {
            throw refused(
                    "url", backend.mask(url), "one without user and password before the host");
        }
        if (Drivers.taking(url).isEmpty()) {
            throw refused("url", backend.mask(url), Drivers.allowed());
        }
    }

    private String password(Settings settings) {
        String variable = settings.text("passwordVariable");
        String password = settings.text("password");
        if (variable.isEmpty()) {
            return password;
        }
        if (!password.isEmpty()) {
            throw refused("passwordVariable", variable, "nothing where a password is given");
        }
        String value = environment.apply(variable);
        if (value == null) {
            throw refused("passwordVariable", variable, "a variable that is set");
        }
        return value;
    }

    private static InvalidSettingException refused(String name, String value, String allowed) {
        return InvalidSettingException.of(name, value, allowed);
    }
}
