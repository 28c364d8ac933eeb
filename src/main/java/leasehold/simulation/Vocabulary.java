package leasehold.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leasehold.backend.FailureCategory;
import leasehold.backend.Setting;

/**
 * The words of a scenario: its settings, each with its name, type, default, bounds and help. What
 * the window asks for, what a scenario file says and what the command line takes are these words,
 * so that a parser of any of them is made of this list.
 */
public final class Vocabulary {

    private static final double DAY = 86_400;
    private static final long MOST_SEED = 1_000_000_000_000L;
    private static final Set<String> OF_CHANCE = Set.of("seed", "leaks", "releasesTwice");
    private static final List<Setting> SERVER = server();
    private static final List<Setting> ALL = all();

    private Vocabulary() {}

    /** Returns all settings, in the order in which they are read. */
    public static List<Setting> settings() {
        return ALL;
    }

    /** Returns those that only a simulated server takes, which knows them by the same names. */
    public static List<Setting> ofServer() {
        return SERVER;
    }

    /** Returns those that say who comes when; the others say what goes wrong. */
    public static List<Setting> ofClients() {
        Set<String> chances = names(SERVER);
        return ALL.stream()
                .filter(setting -> !OF_CHANCE.contains(setting.name()))
                .filter(setting -> !chances.contains(setting.name()))
                .toList();
    }

    /** Returns the categories with which an opening may fail by chance. */
    public static List<FailureCategory> failures() {
        return Stream.of(FailureCategory.values())
                .filter(category -> category != FailureCategory.DRAINING)
                .filter(category -> category != FailureCategory.SHUTDOWN)
                .toList();
    }

    /** Returns the setting for the chance of a category, such as {@code failsLockedOut}. */
    public static String fails(FailureCategory category) {
        return Stream.of(category.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "fails", ""));
    }

    static Set<String> names(List<Setting> settings) {
        return settings.stream().map(Setting::name).collect(Collectors.toSet());
    }

    private static List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        all.add(
                Setting.integer(
                        "clients", 10, 1, Scenario.MOST_CLIENTS, "Clients there are at most."));
        all.addAll(ofArrivals());
        all.add(choice("hold", List.of(SpanKind.values()), "How long a lease is held."));
        all.addAll(span("hold", "8s"));
        all.add(choice("think", SpanKind.ending(), "How long a client rests between two leases."));
        all.addAll(span("think", "4s"));
        all.add(choice("stop", List.of(LimitKind.values()), "What the scenario stops after."));
        all.add(
                Setting.integer(
                        "stopLeases", 100, 1, Limit.MOST_LEASES, "It stops after so many leases."));
        all.add(time("stopTime", "60s", 0.001, 7 * DAY, "It stops after this time."));
        all.add(Setting.integer("seed", 1, 0, MOST_SEED, "The same seed, the same run."));
        all.add(chance("leaks", "a client goes without releasing"));
        all.add(chance("releasesTwice", "a client releases twice"));
        all.addAll(SERVER);
        return all.stream().map(Vocabulary::given).toList();
    }

    /** A setting that has a default cannot be left blank, save by not naming it. */
    private static Setting given(Setting setting) {
        return setting.initial().isEmpty() ? setting : setting.mandatory();
    }

    private static List<Setting> ofArrivals() {
        return List.of(
                choice("arrivals", List.of(ArrivalKind.values()), "When clients come."),
                time("apart", "300ms", 0, DAY, "Time between two clients that come and stay."),
                rate("rate", "2", Arrivals.FEWEST_PER_SECOND, "Clients that come in a second."),
                Setting.integer(
                        "burst", 50, 1, Arrivals.MOST_AT_ONCE, "Clients that come at once."),
                time("every", "10s", 0.001, DAY, "Time between two bursts."),
                rate("rateFrom", "0", 0, "Clients a second at the start of the ramp."),
                rate("rateTo", "10", Arrivals.FEWEST_PER_SECOND, "And at its end."),
                time("rampWithin", "30s", 0.001, DAY, "How long the ramp takes."));
    }

    private static List<Setting> span(String chooser, String typical) {
        return List.of(
                time(chooser + "Time", typical, 0, DAY, "That time; the least, mean or median."),
                time(chooser + "Most", "10s", 0, DAY, "The most, where it is uniform."),
                decimal(chooser + "Spread", "0.5", 0, Span.LogNormal.WIDEST, "Its spread."));
    }

    private static List<Setting> server() {
        List<Setting> server = new ArrayList<>();
        double hour = 3_600;
        server.add(time("openTakes", "400ms", 0, hour, "How long the server takes to open."));
        server.add(time("openJitter", "", 0, hour, "More or less by so much; natural if empty."));
        failures().forEach(category -> server.add(chance(fails(category), "opening fails so")));
        server.add(chance("openHangs", "opening is never answered"));
        server.add(chance("loss", "the connection is lost"));
        server.add(time("lossAfter", "30s", 0, hour, "How long after the opening it is."));
        server.add(time("closeTakes", "150ms", 0, hour, "How long the server takes to close."));
        server.add(time("closeJitter", "", 0, hour, "More or less by so much; natural if empty."));
        server.add(chance("closeFails", "closing fails"));
        return List.copyOf(server);
    }

    private static Setting choice(String name, List<? extends Kind> kinds, String help) {
        List<String> words = kinds.stream().map(Kind::word).toList();
        return Setting.choice(name, words.getFirst(), words, help);
    }

    private static Setting chance(String name, String what) {
        return decimal(name, "0", 0, 1, "Chance that " + what + ".");
    }

    private static Setting rate(String name, String initial, double least, String help) {
        return decimal(name, initial, least, Arrivals.MOST_PER_SECOND, help);
    }

    private static Setting time(
            String name, String initial, double least, double most, String help) {
        return Setting.duration(name, initial, least, most, help);
    }

    private static Setting decimal(
            String name, String initial, double least, double most, String help) {
        return new Setting(
                name, Setting.Type.DECIMAL, initial, false, help, List.of(), least, most);
    }
}
