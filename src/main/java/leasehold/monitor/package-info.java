/**
 * What an operator knows of a controller, with no window: leases, sessions, failures by cause, the
 * facts of the session card, and the operator's acts. Rule numbers are those of the controller's
 * contract, {@code src/site/contract.md}.
 */
package leasehold.monitor;
