package leasehold.backend.simulated;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.backend.InvalidSettingException;

/**
 * How a simulated server behaves. Immutable; chances are from 0 to 1. A value out of range is
 * refused with its name, the value and the bounds.
 *
 * @param open how sessions are opened
 * @param loss how open sessions are lost
 * @param close how sessions are closed
 * @param seats how many sessions the server holds at once, from 0; one more is refused as LICENCE
 */
public record SimulatedFaults(Opening open, Loss loss, Closing close, int seats) {

    /** As many seats as anybody wants. */
    public static final int MANY_SEATS = 1_000_000;

    /**
     * How sessions are opened.
     *
     * @param takes how long the server takes
     * @param failures the chance of each category of failure; together at most 1
     * @param hangs the chance that it never answers
     * @param deaf the chance that the call does not hear an interruption
     * @param deafFor how long a deaf call goes on after it was interrupted, before it answers after
     *     all
     */
    public record Opening(
            Latency takes,
            Map<FailureCategory, Double> failures,
            double hangs,
            double deaf,
            Duration deafFor) {

        /** Checks the bounds. */
        public Opening {
            Objects.requireNonNull(takes, "takes");
            Objects.requireNonNull(deafFor, "deafFor");
            failures = checked(failures);
            part("open.hangs", hangs);
            part("open.deaf", deaf);
            if (deafFor.isNegative()) {
                throw refused("open.deafFor", deafFor, "from PT0S");
            }
        }

        /** Returns the category in whose part of the range from 0 to 1 the given number lies. */
        Optional<FailureCategory> failureAt(double number) {
            double bound = 0;
            for (Map.Entry<FailureCategory, Double> failure : failures.entrySet()) {
                bound += failure.getValue();
                if (number < bound) {
                    return Optional.of(failure.getKey());
                }
            }
            return Optional.empty();
        }

        private static Map<FailureCategory, Double> checked(Map<FailureCategory, Double> failures) {
            Map<FailureCategory, Double> ordered = new EnumMap<>(FailureCategory.class);
            failures.forEach(
                    (category, chance) ->
                            ordered.put(category, part("open.failures." + category, chance)));
            ordered.values().removeIf(chance -> chance == 0);
            double sum = ordered.values().stream().mapToDouble(Double::doubleValue).sum();
            if (sum > 1 + 1e-9) {
                throw refused("open.failures", failures, "chances that add up to at most 1");
            }
            return Collections.unmodifiableMap(ordered);
        }
    }

    /**
     * How open sessions are lost.
     *
     * @param chance the chance that the server drops a session
     * @param after how long after its opening
     */
    public record Loss(double chance, Latency after) {

        /** Checks the bounds. */
        public Loss {
            part("loss.chance", chance);
            Objects.requireNonNull(after, "after");
        }
    }

    /**
     * How sessions are closed.
     *
     * @param takes how long the server takes
     * @param fails the chance that a close fails; the seat stays taken
     * @param hangs the chance that a close never answers; the seat stays taken
     */
    public record Closing(Latency takes, double fails, double hangs) {

        /** Checks the bounds. */
        public Closing {
            Objects.requireNonNull(takes, "takes");
            part("close.fails", fails);
            part("close.hangs", hangs);
        }
    }

    /** Checks the bounds. */
    public SimulatedFaults {
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(close, "close");
        if (seats < 0) {
            throw refused("seats", seats, "from 0");
        }
    }

    /** Returns a server that answers at once and never fails. */
    public static SimulatedFaults none() {
        Latency atOnce = Latency.fixed(Duration.ZERO);
        return new SimulatedFaults(
                new Opening(atOnce, Map.of(), 0, 0, Duration.ZERO),
                new Loss(0, Latency.fixed(Duration.ofMinutes(1))),
                new Closing(atOnce, 0, 0),
                MANY_SEATS);
    }

    /** Returns a server that takes the time a real one takes and never fails. */
    public static SimulatedFaults calm() {
        return none().withOpenTakes(Latency.logNormal(Duration.ofMillis(400), 0.3))
                .withCloseTakes(Latency.logNormal(Duration.ofMillis(150), 0.3));
    }

    /** Returns the same with another time to open. */
    public SimulatedFaults withOpenTakes(Latency takes) {
        return with(new Opening(takes, open.failures, open.hangs, open.deaf, open.deafFor));
    }

    /** Returns the same with another chance of one category of failure. */
    public SimulatedFaults withOpenFailure(FailureCategory category, double chance) {
        Map<FailureCategory, Double> failures = new EnumMap<>(FailureCategory.class);
        failures.putAll(open.failures);
        failures.put(category, chance);
        return withOpenFailures(failures);
    }

    /** Returns the same with other chances of failure. */
    public SimulatedFaults withOpenFailures(Map<FailureCategory, Double> failures) {
        return with(new Opening(open.takes, failures, open.hangs, open.deaf, open.deafFor));
    }

    /** Returns the same with another chance that opening hangs. */
    public SimulatedFaults withOpenHangs(double chance) {
        return with(new Opening(open.takes, open.failures, chance, open.deaf, open.deafFor));
    }

    /** Returns the same with another chance of deafness, and how late a deaf call answers. */
    public SimulatedFaults withOpenDeaf(double chance, Duration deafFor) {
        return with(new Opening(open.takes, open.failures, open.hangs, chance, deafFor));
    }

    /** Returns the same with another chance and time of loss. */
    public SimulatedFaults withLoss(double chance, Latency after) {
        return new SimulatedFaults(open, new Loss(chance, after), close, seats);
    }

    /** Returns the same with another time to close. */
    public SimulatedFaults withCloseTakes(Latency takes) {
        return with(new Closing(takes, close.fails, close.hangs));
    }

    /** Returns the same with another chance that a close fails. */
    public SimulatedFaults withCloseFails(double chance) {
        return with(new Closing(close.takes, chance, close.hangs));
    }

    /** Returns the same with another chance that a close hangs. */
    public SimulatedFaults withCloseHangs(double chance) {
        return with(new Closing(close.takes, close.fails, chance));
    }

    /** Returns the same with another number of seats. */
    public SimulatedFaults withSeats(int seats) {
        return new SimulatedFaults(open, loss, close, seats);
    }

    private SimulatedFaults with(Opening open) {
        return new SimulatedFaults(open, loss, close, seats);
    }

    private SimulatedFaults with(Closing close) {
        return new SimulatedFaults(open, loss, close, seats);
    }

    private static double part(String name, double chance) {
        if (!(chance >= 0 && chance <= 1)) {
            throw refused(name, chance, "from 0 to 1");
        }
        return chance;
    }

    private static InvalidSettingException refused(String name, Object value, String allowed) {
        return new InvalidSettingException(
                name, "%s is %s; allowed is %s".formatted(name, value, allowed));
    }
}
