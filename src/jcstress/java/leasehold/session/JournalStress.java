package leasehold.session;

import java.util.random.RandomGenerator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A {@link Journal} that is read without the lock while an event is placed (rules 25, 26). Would
 * catch an event whose number is seen before what it tells, and a chunk whose events are seen
 * before it can be found. Seen to fail with such a fault: the number published before the slot is
 * filled.
 */
public final class JournalStress {

    private static final int EPOCH = 3;
    private static final int NANOS = 7;
    private static final int CHUNK = 256;
    private static final Journal.Body BODY = (stamp, _) -> new SessionEvent.Drained(stamp);

    private JournalStress() {}

    /** One places an event in a chunk that is there. */
    @JCStressTest
    @State
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "not placed yet")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "read whole")
    @Outcome(expect = Expect.FORBIDDEN, desc = "numbered, but not there")
    public static class PlaceAndRead {

        private final Journal journal = followed(0);

        @Actor
        public void place() {
            journal.place(BODY, null, NANOS, EPOCH);
        }

        @Actor
        public void read(I_Result result) {
            result.r1 = seen(journal, 1);
        }
    }

    /** One places the first event of the next chunk. */
    @JCStressTest
    @State
    @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "not placed yet")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "read whole")
    @Outcome(expect = Expect.FORBIDDEN, desc = "numbered, but not there")
    public static class BeginChunkAndRead {

        private final Journal journal = followed(CHUNK - 1);

        @Actor
        public void place() {
            journal.place(BODY, null, NANOS, EPOCH);
        }

        @Actor
        public void read(I_Result result) {
            result.r1 = seen(journal, CHUNK);
        }
    }

    /** Returns 0 for an event not yet numbered, 1 for one that is whole, 2 for any other. */
    private static int seen(Journal journal, long number) {
        if (journal.latest() < number) {
            return 0;
        }
        Journal.Chunk chunk = journal.chunk(number);
        return chunk != null && isWhole(chunk, number) ? 1 : 2;
    }

    private static boolean isWhole(Journal.Chunk chunk, long number) {
        try {
            SessionEvent event = chunk.event(number);
            return event.epoch() == EPOCH && event.nanos() == NANOS;
        } catch (NullPointerException e) {
            return false;
        }
    }

    private static Journal followed(int placed) {
        Shell shell =
                new Shell(
                        "stress",
                        SessionPolicy.defaults(),
                        new StillTime(),
                        (_, _, task) -> Thread.ofPlatform().unstarted(task),
                        RandomGenerator.getDefault());
        Journal journal = new Journal(shell, 2 * CHUNK);
        journal.follow(new Feed(shell, journal, new Deaf(), _ -> null));
        for (int i = 0; i < placed; i++) {
            journal.place(BODY, null, NANOS, EPOCH);
        }
        return journal;
    }

    /** Hears nothing. */
    private static final class Deaf implements SessionListener {
        @Override
        public void onSnapshot(SessionSnapshot snapshot, java.util.List<LeaseInfo> leases) {}

        @Override
        public void onEvent(SessionEvent event) {}
    }
}
