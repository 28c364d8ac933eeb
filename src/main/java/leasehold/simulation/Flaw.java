package leasehold.simulation;

/**
 * What is wrong with a setting of a scenario.
 *
 * @param setting its name
 * @param sentence names it, its value and what is allowed
 */
public record Flaw(String setting, String sentence) {}
