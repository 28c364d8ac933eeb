package leasehold.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import leasehold.backend.Setting;

/** Spells scenarios in the words of the {@link Vocabulary}. */
public final class Spelling {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Spelling() {}

    /** Returns the settings that a scenario uses, by name, defaults included. */
    public static Map<String, String> used(Scenario scenario) {
        Spelling spelling = new Spelling();
        spelling.values.put("clients", Integer.toString(scenario.clients()));
        spelling.arrivals(scenario.arrivals());
        spelling.span("hold", scenario.habits().hold());
        spelling.span("think", scenario.habits().think());
        spelling.limit(scenario.limit());
        spelling.values.putAll(chances(scenario));
        return spelling.values;
    }

    /** Returns the settings that say what goes wrong, by name, the seed included. */
    public static Map<String, String> chances(Load load) {
        Spelling spelling = new Spelling();
        Faults faults = load.faults();
        spelling.values.put("seed", Long.toString(load.seed()));
        spelling.values.put("leaks", Texts.of(faults.leaks()));
        spelling.values.put("releasesTwice", Texts.of(faults.releasesTwice()));
        Vocabulary.ofServer().forEach(setting -> spelling.server(setting, faults.server()));
        return spelling.values;
    }

    /** Returns all settings by name: those a scenario does not use have their defaults. */
    public static Map<String, String> all(Scenario scenario) {
        Map<String, String> all = new LinkedHashMap<>();
        Vocabulary.settings().forEach(setting -> all.put(setting.name(), setting.initial()));
        all.putAll(used(scenario));
        return all;
    }

    private void arrivals(Arrivals arrivals) {
        switch (arrivals) {
            case Arrivals.Loop(Duration apart) -> {
                choose("arrivals", ArrivalKind.LOOP);
                time("apart", apart);
            }
            case Arrivals.Fixed(double perSecond) -> {
                choose("arrivals", ArrivalKind.FIXED);
                number("rate", perSecond);
            }
            case Arrivals.Poisson(double perSecond) -> {
                choose("arrivals", ArrivalKind.POISSON);
                number("rate", perSecond);
            }
            case Arrivals.Burst(int size, Duration every) -> {
                choose("arrivals", ArrivalKind.BURST);
                values.put("burst", Integer.toString(size));
                time("every", every);
            }
            case Arrivals.Ramp(double from, double to, Duration within) -> {
                choose("arrivals", ArrivalKind.RAMP);
                number("rateFrom", from);
                number("rateTo", to);
                time("rampWithin", within);
            }
        }
    }

    private void span(String chooser, Span span) {
        switch (span) {
            case Span.Fixed(Duration time) -> {
                choose(chooser, SpanKind.FIXED);
                time(chooser + "Time", time);
            }
            case Span.Uniform(Duration least, Duration most) -> {
                choose(chooser, SpanKind.UNIFORM);
                time(chooser + "Time", least);
                time(chooser + "Most", most);
            }
            case Span.Exponential(Duration mean) -> {
                choose(chooser, SpanKind.EXPONENTIAL);
                time(chooser + "Time", mean);
            }
            case Span.LogNormal(Duration median, double spread) -> {
                choose(chooser, SpanKind.LOG_NORMAL);
                time(chooser + "Time", median);
                number(chooser + "Spread", spread);
            }
            case Span.Endless() -> choose(chooser, SpanKind.NEVER);
        }
    }

    private void limit(Limit limit) {
        switch (limit) {
            case Limit.Never() -> choose("stop", LimitKind.NEVER);
            case Limit.Leases(int count) -> {
                choose("stop", LimitKind.LEASES);
                values.put("stopLeases", Integer.toString(count));
            }
            case Limit.Time(Duration time) -> {
                choose("stop", LimitKind.TIME);
                time("stopTime", time);
            }
        }
    }

    private void server(Setting setting, Map<String, String> server) {
        String value = server.get(setting.name());
        if (value != null) {
            values.put(setting.name(), value);
        }
    }

    private void choose(String chooser, Kind kind) {
        values.put(chooser, kind.word());
    }

    private void time(String name, Duration time) {
        values.put(name, Texts.of(time));
    }

    private void number(String name, double number) {
        values.put(name, Texts.of(number));
    }
}
