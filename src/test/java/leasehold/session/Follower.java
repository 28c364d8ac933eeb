package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A listener that keeps the held leases by what it is told, and notes what does not fit. */
final class Follower implements SessionListener {

    private final Set<Long> held = new HashSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private long number = -1;
    private String wrong = "";

    @Override
    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
        check(number == -1, "a second snapshot");
        number = snapshot.number();
        leases.stream()
                .filter(info -> info.state() == LeaseInfo.State.HELD)
                .forEach(info -> held.add(info.id()));
        check(held.size() == snapshot.ledger().held(), "leases beside the ledger");
        check(snapshot.ledger().balanced(), "ledger " + snapshot.ledger());
    }

    @Override
    public void onEvent(SessionEvent event) {
        check(event.number() == number + 1, "event " + event.number() + " after " + number);
        number = event.number();
        switch (event) {
            case SessionEvent.Granted granted -> check(held.add(granted.lease()), "granted twice");
            case SessionEvent.Ended ended -> check(held.remove(ended.lease()), "ended unheld");
            case SessionEvent.ShutDown _ -> over.countDown();
            default -> {}
        }
    }

    @Override
    public void onGap(long first, long last) {
        check(false, "a gap " + first + "-" + last);
    }

    /** Waits for the last event, and fails if anything did not fit. */
    void assertFollowed(long last) throws InterruptedException {
        assertThat(over.await(20, TimeUnit.SECONDS)).as("the last event is told").isTrue();
        assertThat(wrong).isEmpty();
        assertThat(held).isEmpty();
        assertThat(number).isEqualTo(last);
    }

    private void check(boolean fits, String what) {
        if (!fits && wrong.isEmpty()) {
            wrong = what;
        }
    }
}
