package leasehold.backend.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import leasehold.backend.FailureCategory;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendProvider;
import leasehold.backend.Setting;
import leasehold.backend.Settings;

/** Makes simulated servers; the default kind of backend, for it needs nothing. */
public final class SimulatedBackendProvider implements SessionBackendProvider {

    private static final double HOUR = 3600;
    private static final Map<String, FailureCategory> FAILURES = failures();
    private static final List<Setting> SETTINGS = describe();

    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public String title() {
        return "Demo server (simulated)";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public SimulatedBackend create(Map<String, String> values) {
        return new SimulatedBackend(faults(values), Settings.of(SETTINGS, values).integer("seed"));
    }

    /**
     * Returns the faults that the settings stand for, so that presets can be kept as settings.
     *
     * @throws InvalidSettingException if one is unknown or out of range
     */
    public static SimulatedFaults faults(Map<String, String> values) {
        Settings settings = Settings.of(SETTINGS, values);
        return new SimulatedFaults(
                new SimulatedFaults.Opening(
                        jittered(settings, "open"),
                        chances(settings),
                        settings.decimal("openHangs"),
                        settings.decimal("openDeaf"),
                        settings.duration("deafFor")),
                new SimulatedFaults.Loss(
                        settings.decimal("loss"), natural(settings, "lossAfter", "lossSpread")),
                new SimulatedFaults.Closing(
                        jittered(settings, "close"),
                        settings.decimal("closeFails"),
                        settings.decimal("closeHangs")),
                (int) settings.integer("seats"));
    }

    /**
     * Returns what sets the faults of a simulated server by settings; without any it is as it was
     * set up. A server that is not simulated takes none.
     */
    public static Consumer<Map<String, String>> faultsOf(SessionBackend backend) {
        if (backend instanceof SimulatedBackend server) {
            SimulatedFaults before = server.faults();
            return set -> server.adjust(_ -> set.isEmpty() ? before : faults(set));
        }
        return _ -> {};
    }

    /** As even as the jitter says, if it is given; else as a real network. */
    private static Latency jittered(Settings settings, String what) {
        String takes = what + "Takes";
        String jitter = what + "Jitter";
        if (settings.text(jitter).isEmpty()) {
            return natural(settings, takes, what + "Spread");
        }
        Duration most = settings.duration(takes);
        if (settings.duration(jitter).compareTo(most) > 0) {
            throw new InvalidSettingException(
                    jitter,
                    "setting '%s' is '%s'; allowed is up to %s, which is %s"
                            .formatted(jitter, settings.text(jitter), takes, settings.text(takes)));
        }
        return Latency.jittered(most, settings.duration(jitter));
    }

    private static Latency natural(Settings settings, String typical, String spread) {
        Duration median = settings.duration(typical);
        return Latency.logNormal(median, settings.decimal(spread));
    }

    private static Map<FailureCategory, Double> chances(Settings settings) {
        Map<FailureCategory, Double> chances = new EnumMap<>(FailureCategory.class);
        FAILURES.forEach((name, category) -> chances.put(category, settings.decimal(name)));
        double sum = chances.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1) {
            String name = String.join(" + ", FAILURES.keySet());
            throw new InvalidSettingException(
                    name, "setting '%s' is '%s'; allowed is from 0 to 1".formatted(name, sum));
        }
        return chances;
    }

    private static List<Setting> describe() {
        List<Setting> settings = new ArrayList<>();
        settings.add(
                Setting.integer(
                        "seed",
                        1,
                        0,
                        1_000_000_000_000_000L,
                        "The same seed gives the same faults."));
        settings.add(
                Setting.integer(
                        "seats",
                        1_000,
                        0,
                        SimulatedFaults.MANY_SEATS,
                        "Sessions the server holds."));
        settings.add(Setting.duration("openTakes", "400ms", 0, HOUR, "Time to open, as a median."));
        settings.add(spread("openSpread"));
        settings.add(jitter("openJitter"));
        FAILURES.forEach(
                (name, category) -> settings.add(chance(name, "an open fails as " + category)));
        settings.add(chance("openHangs", "an open never answers"));
        settings.add(chance("openDeaf", "an open does not hear an interruption"));
        settings.add(Setting.duration("deafFor", "10s", 0, HOUR, "How late a deaf open answers."));
        settings.add(chance("loss", "an open session is lost"));
        settings.add(
                Setting.duration("lossAfter", "30s", 0, HOUR, "Time to the loss, as a median."));
        settings.add(spread("lossSpread"));
        settings.add(
                Setting.duration("closeTakes", "150ms", 0, HOUR, "Time to close, as a median."));
        settings.add(spread("closeSpread"));
        settings.add(jitter("closeJitter"));
        settings.add(chance("closeFails", "a close fails"));
        settings.add(chance("closeHangs", "a close never answers"));
        return List.copyOf(settings);
    }

    private static Setting chance(String name, String what) {
        return Setting.decimal(name, 0, 0, 1, "Chance that " + what + ".");
    }

    private static Setting jitter(String name) {
        String help = "If given, that time is longer or shorter by up to so much, evenly.";
        return Setting.duration(name, "", 0, HOUR, help);
    }

    private static Setting spread(String name) {
        return Setting.decimal(name, 0.3, 0, 3, "Spread of that time; 0 for always the same.");
    }

    private static Map<String, FailureCategory> failures() {
        Map<String, FailureCategory> failures = new LinkedHashMap<>();
        failures.put("failsUnreachable", FailureCategory.UNREACHABLE);
        failures.put("failsTimeout", FailureCategory.TIMEOUT);
        failures.put("failsUnknown", FailureCategory.UNKNOWN);
        failures.put("failsCredentials", FailureCategory.CREDENTIALS);
        failures.put("failsLicence", FailureCategory.LICENCE);
        failures.put("failsQuota", FailureCategory.QUOTA);
        failures.put("failsLockedOut", FailureCategory.LOCKED_OUT);
        failures.put("failsRights", FailureCategory.RIGHTS);
        failures.put("failsProtocol", FailureCategory.PROTOCOL);
        return failures;
    }
}
