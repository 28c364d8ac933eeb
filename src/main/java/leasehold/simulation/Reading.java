package leasehold.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import leasehold.backend.InvalidSettingException;
import leasehold.backend.Setting;
import leasehold.backend.Settings;
import leasehold.simulation.Scenario.Habits;

/** Reads scenarios from settings, in the words of the {@link Vocabulary}. */
public final class Reading {

    private static final Set<String> KNOWN = Vocabulary.names(Vocabulary.settings());

    private final Settings settings;

    private Reading(Settings settings) {
        this.settings = settings;
    }

    /**
     * Returns the scenario that the values stand for; what is absent has its default, and what the
     * chosen kinds do not use may be anything.
     *
     * @throws InvalidSettingException for the first flaw
     */
    public static Scenario scenario(Map<String, String> values) {
        List<Flaw> flaws = flaws(values);
        if (!flaws.isEmpty()) {
            Flaw first = flaws.getFirst();
            throw new InvalidSettingException(first.setting(), first.sentence());
        }
        return new Reading(settings(values)).scenario();
    }

    /** Returns all that is wrong with the values. */
    public static List<Flaw> flaws(Map<String, String> values) {
        List<Flaw> flaws = new ArrayList<>();
        for (Setting setting : Vocabulary.settings()) {
            String value = values.get(setting.name());
            if (value != null && used(values).contains(setting.name())) {
                flaw(() -> Settings.of(List.of(setting), Map.of(setting.name(), value)))
                        .ifPresent(flaws::add);
            }
        }
        if (!KNOWN.containsAll(values.keySet())) {
            flaw(() -> Settings.of(Vocabulary.settings(), values)).ifPresent(flaws::add);
        }
        return flaws.isEmpty() ? Together.flaws(settings(values), used(values)) : flaws;
    }

    /** Returns the names of the settings that the chosen kinds use. */
    public static Set<String> used(Map<String, String> values) {
        Set<String> used = new HashSet<>(KNOWN);
        choose(used, values, "arrivals", ArrivalKind.values());
        choose(used, values, "hold", SpanKind.values());
        choose(used, values, "think", SpanKind.values());
        choose(used, values, "stop", LimitKind.values());
        return used;
    }

    private static void choose(
            Set<String> used, Map<String, String> values, String chooser, Kind[] kinds) {
        Stream.of(kinds).map(kind -> kind.fields(chooser)).forEach(used::removeAll);
        String chosen = values.getOrDefault(chooser, kinds[0].word()).strip();
        Stream.of(kinds)
                .filter(kind -> kind.word().equals(chosen))
                .map(kind -> kind.fields(chooser))
                .forEach(used::addAll);
    }

    private static Optional<Flaw> flaw(Supplier<Settings> check) {
        try {
            Settings _ = check.get();
            return Optional.empty();
        } catch (InvalidSettingException e) {
            return Optional.of(new Flaw(e.setting(), String.valueOf(e.getMessage())));
        }
    }

    private static Settings settings(Map<String, String> values) {
        Map<String, String> used = new HashMap<>(values);
        used.keySet().retainAll(used(values));
        return Settings.of(Vocabulary.settings(), used);
    }

    private Scenario scenario() {
        return new Scenario(
                (int) settings.integer("clients"),
                arrivals(),
                new Habits(span("hold"), span("think")),
                limit(),
                settings.integer("seed"),
                new Faults(server(), settings.decimal("leaks"), settings.decimal("releasesTwice")));
    }

    private Arrivals arrivals() {
        return switch (chosen("arrivals", ArrivalKind.values())) {
            case LOOP -> new Arrivals.Loop(settings.duration("apart"));
            case FIXED -> new Arrivals.Fixed(settings.decimal("rate"));
            case POISSON -> new Arrivals.Poisson(settings.decimal("rate"));
            case BURST ->
                    new Arrivals.Burst((int) settings.integer("burst"), settings.duration("every"));
            case RAMP ->
                    new Arrivals.Ramp(
                            settings.decimal("rateFrom"),
                            settings.decimal("rateTo"),
                            settings.duration("rampWithin"));
        };
    }

    private Span span(String chooser) {
        var time = settings.duration(chooser + "Time");
        return switch (chosen(chooser, SpanKind.values())) {
            case FIXED -> new Span.Fixed(time);
            case UNIFORM -> new Span.Uniform(time, settings.duration(chooser + "Most"));
            case EXPONENTIAL -> new Span.Exponential(time);
            case LOG_NORMAL -> new Span.LogNormal(time, settings.decimal(chooser + "Spread"));
            case NEVER -> new Span.Endless();
        };
    }

    private Limit limit() {
        return switch (chosen("stop", LimitKind.values())) {
            case NEVER -> new Limit.Never();
            case LEASES -> new Limit.Leases((int) settings.integer("stopLeases"));
            case TIME -> new Limit.Time(settings.duration("stopTime"));
        };
    }

    private Map<String, String> server() {
        Map<String, String> server = new HashMap<>();
        for (Setting setting : Vocabulary.ofServer()) {
            String value = normal(setting);
            if (!value.equals(setting.initial())) {
                server.put(setting.name(), value);
            }
        }
        return server;
    }

    private String normal(Setting setting) {
        String value = settings.text(setting.name());
        if (value.isEmpty()) {
            return value;
        }
        return setting.type() == Setting.Type.DURATION
                ? Texts.of(settings.duration(setting.name()))
                : Texts.of(settings.decimal(setting.name()));
    }

    private <K extends Kind> K chosen(String chooser, K[] kinds) {
        return Stream.of(kinds)
                .filter(kind -> kind.word().equals(settings.text(chooser)))
                .findFirst()
                .orElseThrow();
    }
}
