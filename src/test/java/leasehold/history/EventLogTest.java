package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import leasehold.session.SessionEvent;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final EventLog log = new EventLog(10);

    @Test
    void keepsTheNewestAndCountsWhatItDropped() {
        append(1, 25);

        assertThat(log.size()).isEqualTo(10);
        assertThat(log.appended()).isEqualTo(25);
        assertThat(log.dropped()).isEqualTo(15);
        assertThat(numbers(log.read(0, Long.MAX_VALUE)))
                .containsExactly(16L, 17L, 18L, 19L, 20L, 21L, 22L, 23L, 24L, 25L);
    }

    @Test
    void pageSaysWhereItBeginsWhenItsFirstEntriesAreGone() {
        append(1, 25);

        EventLog.Page page = log.read(3, 17);

        assertThat(page.from()).isEqualTo(15);
        assertThat(page.to()).isEqualTo(17);
        assertThat(numbers(page)).containsExactly(16L, 17L);
    }

    @Test
    void readsByNumberAcrossAGap() {
        append(1, 3);
        log.append(List.of(new Entry.Missed(4, 8, Instant.EPOCH)));
        append(9, 11);

        assertThat(numbers(log.numbers(3, 9))).containsExactly(3L, 8L, 9L);
        assertThat(numbers(log.numbers(9, Long.MAX_VALUE))).containsExactly(9L, 10L, 11L);
        assertThat(numbers(log.numbers(50, 60))).isEmpty();
    }

    @Test
    void findsTheNewestThatMatchOldestFirst() {
        append(1, 10);

        assertThat(log.newest(entry -> entry.number() % 2 == 0, 3))
                .extracting(Entry::number)
                .containsExactly(6L, 8L, 10L);
    }

    @Test
    void aRangeThatHoldsNothingIsEmpty() {
        append(1, 5);

        assertThat(log.read(5, 5).entries()).isEmpty();
        assertThat(log.read(7, 3).entries()).isEmpty();
    }

    @Test
    void refusesToKeepNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventLog(0))
                .withMessageContaining("capacity is 0");
    }

    private void append(long first, long last) {
        log.append(LongStream.rangeClosed(first, last).mapToObj(EventLogTest::entry).toList());
    }

    private static Entry entry(long number) {
        return new Entry.Happened(
                new SessionEvent.Resumed(new SessionEvent.Stamp(number, Instant.EPOCH, 0, 1)));
    }

    private static List<Long> numbers(EventLog.Page page) {
        return page.entries().stream().map(Entry::number).toList();
    }
}
