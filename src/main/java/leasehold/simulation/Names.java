package leasehold.simulation;

import java.util.BitSet;
import java.util.List;

/**
 * Names for clients: each is given to one at a time, and taken back. Confined to the crew's lock.
 */
final class Names {

    private static final List<String> POOL =
            List.of(
                    "billing-sync",
                    "report-nightly",
                    "order-import",
                    "stock-watch",
                    "price-feed",
                    "mail-merge",
                    "audit-trail",
                    "web-portal",
                    "label-print",
                    "backup-agent",
                    "tax-export",
                    "crm-bridge");

    private final BitSet taken = new BitSet();

    /** Takes the first place that is free. */
    int take() {
        int place = taken.nextClearBit(0);
        taken.set(place);
        return place;
    }

    void free(int place) {
        taken.clear(place);
    }

    static String of(int place) {
        String name = POOL.get(place % POOL.size());
        int turn = place / POOL.size() + 1;
        return turn == 1 ? name : name + "-" + turn;
    }
}
