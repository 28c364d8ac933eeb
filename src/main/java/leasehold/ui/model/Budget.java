package leasehold.ui.model;

/** How many leases a beat takes, so that it stays within its time. */
final class Budget {

    private static final int LEAST = 50;
    private static final int MOST = 5_000;

    private int leases = 1_000;

    int leases() {
        return leases;
    }

    /**
     * Learns from a beat.
     *
     * @param spare how much time was left; negative if it took too long
     */
    void learn(long spare, boolean more) {
        if (spare < 0) {
            leases = Math.max(LEAST, leases / 2);
        } else if (more) {
            leases = Math.min(MOST, leases + leases / 4);
        }
    }
}
