package leasehold.ui.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import leasehold.simulation.Flaw;
import leasehold.simulation.Reading;
import leasehold.simulation.Scenario;
import leasehold.simulation.Spelling;

/**
 * A scenario as it is being written. Immutable.
 *
 * @param origin what it began as
 * @param values what is written, by setting
 * @param flaws what is wrong with that, by setting
 * @param scenario what it stands for; empty while there is a flaw
 */
public record Draft(
        Scenario origin,
        Map<String, String> values,
        Map<String, String> flaws,
        Optional<Scenario> scenario) {

    /** Copies. */
    public Draft {
        values = Map.copyOf(values);
        flaws = Map.copyOf(flaws);
    }

    /** Returns a scenario in which nothing was changed. */
    public static Draft of(Scenario origin) {
        return of(origin, Spelling.all(origin));
    }

    /** Returns the same with other values of some settings. */
    public Draft with(Map<String, String> changes) {
        Map<String, String> next = new HashMap<>(values);
        next.putAll(changes);
        return of(origin, next);
    }

    /** Returns the settings that what is written uses. */
    public Set<String> used() {
        return Reading.used(values);
    }

    /** Tells whether it is no longer what it began as. */
    public boolean changed() {
        return !scenario.equals(Optional.of(origin));
    }

    private static Draft of(Scenario origin, Map<String, String> values) {
        Map<String, String> flaws =
                Reading.flaws(values).stream()
                        .collect(
                                Collectors.toMap(
                                        Flaw::setting,
                                        Flaw::sentence,
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        Optional<Scenario> scenario =
                flaws.isEmpty() ? Optional.of(Reading.scenario(values)) : Optional.empty();
        return new Draft(origin, values, flaws, scenario);
    }
}
