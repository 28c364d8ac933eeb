package leasehold.bench;

import leasehold.session.CaptureLevel;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;

/** Measures the bytes that one live lease keeps, its handle included, at a million leases. */
final class Retained {

    private static final int LEASES = 1_000_000;
    private static final LeaseRequest REQUEST = LeaseRequest.of("retained");

    private Retained() {}

    static long bytesPerLease(CaptureLevel capture) throws Exception {
        try (ServerSessionController controller =
                ServerSessionController.over(Stub.backend())
                        .name("retained")
                        .capture(capture)
                        .build()) {
            SessionLease[] held = new SessionLease[LEASES];
            long before = used();
            for (int i = 0; i < LEASES; i++) {
                held[i] = controller.openSession(REQUEST);
            }
            long bytes = (used() - before) / LEASES;
            for (SessionLease lease : held) {
                lease.closeAsync();
            }
            return bytes;
        }
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
