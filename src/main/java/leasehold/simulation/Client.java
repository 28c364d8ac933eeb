package leasehold.simulation;

/** A simulated client, on a thread of its own. */
interface Client extends Runnable {

    /** Returns how its thread is called, by which an operator knows it. */
    String threadName();
}
