package leasehold.history;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import leasehold.session.LeaseInfo;
import leasehold.session.ListenerSubscription;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The recording of one controller into a store: a subscription like any other (rule 26). It hands
 * events over and never waits for the disk. Safe for use by several threads.
 */
public final class Recording implements AutoCloseable {

    private final Course course;
    private final Handover handover;
    private final Clock clock;
    private final Consumer<? super Recording> over;
    private volatile @Nullable ListenerSubscription subscription;

    /**
     * Creates a recording that is told nothing yet.
     *
     * @param over is told of the recording when it ends
     */
    Recording(Course course, Handover handover, Clock clock, Consumer<? super Recording> over) {
        this.course = course;
        this.handover = handover;
        this.clock = clock;
        this.over = over;
        course.onDoubt(this::lookAgain);
    }

    /**
     * Ends the recording; the run ends with what has been told so far. Idempotent; does not wait.
     */
    @Override
    public void close() {
        ListenerSubscription ended = subscription;
        if (ended != null) {
            ended.close();
        }
        course.onDoubt(() -> {});
        handover.add(new Item.Over(course, clock.instant()));
        over.accept(this);
    }

    void subscribed(ListenerSubscription to) {
        subscription = to;
    }

    private void lookAgain() {
        ListenerSubscription asked = subscription;
        if (asked != null) {
            asked.lookAgain();
        }
    }

    /** Returns what is to be subscribed. */
    SessionListener listener() {
        return new SessionListener() {
            @Override
            public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
                handover.look(course, snapshot, List.copyOf(leases));
            }

            @Override
            public void onEvent(SessionEvent event) {
                handover.tell(course, event);
                if (event instanceof SessionEvent.ShutDown) {
                    close();
                }
            }

            @Override
            public void onGap(long first, long last) {
                handover.miss(course, first, last);
            }
        };
    }
}
