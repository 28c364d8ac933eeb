package leasehold.simulation;

import java.time.Duration;
import java.util.Map;

/** Scenarios worth seeing; their titles stand in the window's texts. */
public enum Preset {
    /** One client comes and goes: the session opens and closes with it. */
    ONE_CLIENT(Scenario.of(1, fixed(8_000), fixed(6_000))),
    /** Ten clients share a session in peace. */
    TEN_CALM(Scenario.of(10, mostly(8_000), mostly(4_000))),
    /** Two hundred come at once, and one opening serves them all. */
    HERD(
            Scenario.of(200, between(2_000, 6_000), between(3_000, 8_000))
                    .withArrivals(Arrivals.Loop.AT_ONCE)),
    /** One client comes and goes so quickly that opening costs more than holding. */
    FLAPPING(Scenario.of(1, fixed(300), fixed(1_500))),
    /** One time in ten, a client forgets to release. */
    LEAKY_CLIENT(
            Scenario.of(5, mostly(2_000), mostly(3_000)).withFaults(Faults.ofClients(0.1, 0.05))),
    /** Most attempts to open fail, all for one cause. */
    FLAKY_SERVER(
            Scenario.of(7, mostly(1_000), between(3_000, 6_000))
                    .withFaults(
                            Faults.ofServer(
                                    Map.of("failsUnreachable", "0.8", "openTakes", "200ms")))),
    /** Closing takes seconds, and who comes meanwhile has to wait for it. */
    SLOW_DISCONNECT(
            Scenario.of(2, mostly(1_500), between(2_000, 5_000))
                    .withFaults(Faults.ofServer(Map.of("closeTakes", "4s")))),
    /** The server drops the session under its holders. */
    SERVER_DROPS(
            Scenario.of(5, mostly(10_000), mostly(2_000))
                    .withFaults(Faults.ofServer(Map.of("loss", "1", "lossAfter", "8s")))),
    /** About five thousand events a second. */
    STRESS(
            Scenario.of(500, between(150, 250), between(0, 10))
                    .withArrivals(new Arrivals.Loop(Duration.ofMillis(2))));

    private final Scenario scenario;

    Preset(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Returns what is done. */
    public Scenario scenario() {
        return scenario;
    }

    private static Span fixed(long millis) {
        return new Span.Fixed(Duration.ofMillis(millis));
    }

    private static Span between(long least, long most) {
        return new Span.Uniform(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    private static Span mostly(long mean) {
        return new Span.Exponential(Duration.ofMillis(mean));
    }
}
