package leasehold.ui.simulator;

import java.util.Map;
import leasehold.simulation.Kind;
import leasehold.simulation.SpanKind;
import leasehold.ui.model.Texts;

/** What stands behind the field of a setting. */
final class Captions {

    private static final Map<String, String> OF_FIELDS =
            Map.ofEntries(
                    Map.entry("apart", "simulator.apart"),
                    Map.entry("rate", "simulator.perSecond"),
                    Map.entry("burst", "simulator.atOnce"),
                    Map.entry("every", "simulator.every"),
                    Map.entry("rateFrom", "simulator.rateFrom"),
                    Map.entry("rateTo", "simulator.rateTo"),
                    Map.entry("rampWithin", "simulator.rampWithin"),
                    Map.entry("stopLeases", "simulator.leases"),
                    Map.entry("stopTime", "simulator.elapsed"));

    private Captions() {}

    static String of(Texts texts, Kind kind, String setting) {
        return texts.get(
                kind instanceof SpanKind span
                        ? key(span, setting)
                        : OF_FIELDS.getOrDefault(setting, "simulator.elapsed"));
    }

    private static String key(SpanKind span, String setting) {
        return switch (span) {
            case FIXED, NEVER -> "simulator.always";
            case UNIFORM -> setting.endsWith("Most") ? "simulator.most" : "simulator.least";
            case EXPONENTIAL -> "simulator.mean";
            case LOG_NORMAL -> setting.endsWith("Spread") ? "simulator.spread" : "simulator.median";
        };
    }
}
