package leasehold.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import leasehold.session.LeaseInfo;

/** The leases of a snapshot, as an array of JSON in which each has all that is known of it. */
final class SnapshotLeases {

    private static final Instant NO_TIME = Instant.MIN;

    private SnapshotLeases() {}

    static String text(Collection<LeaseInfo> leases) {
        return new Detail().array(leases, SnapshotLeases::write);
    }

    static List<LeaseInfo> of(String text) {
        return DetailReader.array(text).stream().map(SnapshotLeases::read).toList();
    }

    private static void write(Detail to, LeaseInfo lease) {
        to.with("lease", lease.id())
                .with("client", lease.client())
                .with("took", lease.waitNanos())
                .with(lease, LeaseInfo.State.HELD, 0, NO_TIME);
    }

    private static LeaseInfo read(DetailReader in) {
        return in.info(
                in.number("lease"),
                in.text("client"),
                in.number("took"),
                LeaseInfo.State.HELD,
                0,
                NO_TIME);
    }
}
