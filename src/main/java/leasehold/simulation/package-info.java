/**
 * Simulated clients, which are real ones: each asks for a lease, holds it and gives it back through
 * the public face of the controller, on a thread and under a name of its own.
 */
package leasehold.simulation;
