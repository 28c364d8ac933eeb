/**
 * A server that exists only here: it opens and closes sessions in the time, with the faults and
 * with the seats it is told to, the same ones for the same seed.
 */
package leasehold.backend.simulated;
