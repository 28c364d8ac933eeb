/**
 * The session controller: opens one session for the first who asks, shares it, and disconnects it
 * after the last has gone. Rule numbers in this package are those of the controller's contract,
 * {@code src/site/contract.md}.
 */
package leasehold.session;
