/**
 * The record of what happened: the newest entries in memory, and all of them on disk. Knows {@code
 * leasehold.session} and nothing above it.
 */
package leasehold.history;
