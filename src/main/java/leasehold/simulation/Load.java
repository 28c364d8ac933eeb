package leasehold.simulation;

/** What simulated clients do, and what goes wrong meanwhile. Immutable. */
public sealed interface Load permits Scenario, Replay {

    /** Returns the seed: the same one gives every client the same chances. */
    long seed();

    /** Returns what goes wrong. */
    Faults faults();
}
