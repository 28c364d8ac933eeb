/**
 * The session already exists, for the program runs inside one: it is counted, never opened and
 * never closed.
 */
package leasehold.backend.ambient;
