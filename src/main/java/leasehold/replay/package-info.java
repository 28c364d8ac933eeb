/** Recordings as loads of the simulator: who came, as a record tells it, comes again. */
package leasehold.replay;
