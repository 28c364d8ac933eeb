/**
 * A report of a record for a person who has no Leasehold: one page of HTML that needs no network,
 * no script and no other file.
 */
package leasehold.monitor.report;
