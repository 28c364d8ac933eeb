package leasehold.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that choose a backend and give it its settings. */
final class BackendOptions {

    private static final String BACKEND = "--backend";
    private static final String SET = "--set";
    private static final String SECRET = "--secret";
    private static final String DEFAULT = "simulated";

    private final Function<String, @Nullable String> environment;

    /**
     * Creates the options.
     *
     * @param environment returns the value of a variable
     */
    BackendOptions(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    static void describe(CommandSpec spec, Texts texts) {
        spec.addOption(Options.one(BACKEND, "id", texts.get("simulate.backend", DEFAULT)));
        spec.addOption(Options.many(SET, "name=value", texts.get("simulate.set")));
        spec.addOption(Options.many(SECRET, "name=variable", texts.get("simulate.secret")));
    }

    /**
     * Returns the server that is said; connects to nothing yet.
     *
     * @throws IllegalArgumentException if something is not allowed
     */
    Server server(ParseResult said) {
        SessionBackendProvider provider =
                SessionBackendProvider.named(Options.value(said, BACKEND).orElse(DEFAULT));
        Map<String, String> values = new LinkedHashMap<>();
        for (String given : Options.values(said, SET)) {
            read(SET, given, values);
        }
        refuseSecrets(provider, values);
        Map<String, String> variables = new LinkedHashMap<>();
        for (String given : Options.values(said, SECRET)) {
            read(SECRET, given, variables);
        }
        variables.forEach((name, variable) -> take(name, variable, values));
        return new Server(provider.id(), provider.create(values), Map.copyOf(values));
    }

    private static void read(String option, String given, Map<String, String> values) {
        int sign = given.indexOf('=');
        if (sign < 1) {
            throw new IllegalArgumentException(
                    "%s is '%s'; allowed is a name, = and a value".formatted(option, given));
        }
        String name = given.substring(0, sign);
        if (values.put(name, given.substring(sign + 1)) != null) {
            throw new IllegalArgumentException(
                    "%s names '%s' twice; allowed is each name once".formatted(option, name));
        }
    }

    /** Everybody on the machine can read the arguments of a process. */
    private static void refuseSecrets(SessionBackendProvider provider, Map<String, String> values) {
        List<String> secrets =
                provider.settings().stream()
                        .filter(Setting::secret)
                        .map(Setting::name)
                        .filter(values::containsKey)
                        .toList();
        if (!secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    secrets.stream()
                            .map(name -> "%s %s=VARIABLE".formatted(SECRET, name))
                            .collect(
                                    Collectors.joining(
                                            " ",
                                            "setting '%s' is a secret; allowed is the name of an environment variable: "
                                                    .formatted(String.join("', '", secrets)),
                                            "")));
        }
    }

    private void take(String name, String variable, Map<String, String> values) {
        String value = environment.apply(variable);
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s is '%s=%s'; allowed is an environment variable that is set"
                            .formatted(SECRET, name, variable));
        }
        if (values.put(name, value) != null) {
            throw new IllegalArgumentException(
                    "setting '%s' is given by %s and %s; allowed is one of them"
                            .formatted(name, SET, SECRET));
        }
    }
}
