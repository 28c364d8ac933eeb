/**
 * The record of what happened; for now in memory, and bounded. Knows {@code leasehold.session} and
 * nothing above it.
 */
package leasehold.history;
