package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which entries are listed of a range of time, and of a lease. */
class EntryRangesTest extends ListedEntries {

    @Test
    void ofARangeOfTimeOnlyThoseNearItAreListed() throws IOException {
        tellSeconds(1, 10_000, 0);
        told.restart();
        tellSeconds(1, 100, 20_000);
        EntryList all = pages.list();
        EntryList first = between(all, 5_000, 5_010);
        assertThat(first.slice(0, 15)).isEqualTo(list(new Place(1, 4_997), 15));
        assertThat(first.size()).as("the seam has no time of its own").isEqualTo(16);
        EntryList second = between(all, 20_000, 20_002);
        assertThat(second.size()).as("one before, the seam, and 1 to 3").isEqualTo(5);
        assertThat(second.at(4)).isEqualTo(new Place(2, 3));
        assertThat(between(all, 30_000, 40_000).size()).isLessThan(3);
        assertThat(between(all, 60, 50).size()).isLessThan(3);
        assertThat(pages.between(all, Instant.MIN, Instant.MAX)).isEqualTo(all);
        assertThat(between(EntryList.EMPTY, 1, 2)).isEqualTo(EntryList.EMPTY);
    }

    @Test
    void gapsInWhichSomethingOfARangeMayBeMissingAreListedWithIt() throws IOException {
        tellSeconds(1, 100, 0);
        told.miss(101, 150);
        told.miss(151, 200);
        tellSeconds(201, 300, 0);
        told.miss(301, 400);
        tellSeconds(401, 500, 0);
        EntryList found = between(pages.list(), 210, 300);
        assertThat(found.indexOf(new Place(1, 400))).isNotNegative();
        assertThat(found.indexOf(new Place(1, 150))).isNegative();
        found = between(pages.list(), 201, 220);
        assertThat(found.indexOf(new Place(1, 150))).isNotNegative();
        assertThat(found.indexOf(new Place(1, 200))).isNotNegative();
        assertThat(found.indexOf(new Place(1, 400))).isNegative();
    }

    @Test
    void runInWhichTheWallClockWasSetBackIsListedWhole() throws IOException {
        tellSeconds(1, 100, 0);
        tellSeconds(101, 400, -150);
        EntryList all = pages.list();
        assertThat(between(all, 60, 70)).as("twice in the run").isEqualTo(all);
    }

    @Test
    void wallClockThatRanAheadWhileTheMachineSleptIsNoTrouble() throws IOException {
        tellSeconds(1, 100, 0);
        tellSeconds(101, 200, 3_600);
        assertThat(between(pages.list(), 50, 52)).isEqualTo(list(new Place(1, 47), 7));
    }

    @Test
    void ofALeaseItsEventsInEveryRunAndTheGapsAreListed() throws IOException {
        tell(List.of(granted(1, 7), granted(2, 8), granted(3, 7)));
        told.miss(4, 9);
        told.restart();
        tell(List.of(granted(1, 8), granted(2, 7)));
        EntryList all = pages.list();
        assertThat(pages.ofLease(all, 7))
                .isEqualTo(
                        EntryList.ofPlaces(
                                List.of(
                                        new Place(1, 1),
                                        new Place(1, 3),
                                        new Place(1, 9),
                                        new Place(2, 2))));
        assertThat(pages.ofLease(all.slice(1, 3), 7).size()).isEqualTo(1);
        assertThat(pages.ofLease(all, 0).size()).as("the gap alone").isEqualTo(1);
    }
}
