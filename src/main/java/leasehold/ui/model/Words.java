package leasehold.ui.model;

/**
 * How everything reads.
 *
 * @param texts the words
 * @param formats times, durations and numbers
 */
public record Words(Texts texts, Formats formats) {}
