package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry comes back from its row as it was. */
class EventCodecTest {

    private static final Instant AT = Instant.parse("2025-06-03T14:03:07.412Z");
    private static final Stamp STAMP = new Stamp(7, AT, 99, 3);

    private final Detail detail = new Detail();

    static List<Class<?>> kinds() {
        return AnyEvent.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anyEventOfTheKindComesBackAsItWas(Class<?> kind) {
        for (long seed = 0; seed < 100; seed++) {
            Entry entry = new Entry.Happened(new AnyEvent(seed).of(kind));
            assertThat(RowReader.entry(EventCodec.row(entry, detail)))
                    .as("seed %d", seed)
                    .isEqualTo(entry);
        }
    }

    @Test
    void gapsAndSeamsComeBackAsTheyWere() {
        for (Entry.Missed.Why why : Entry.Missed.Why.values()) {
            returns(new Entry.Missed(8, 1_211, AT, why));
        }
        Run.End end = new Run.End(Run.Ending.CUT, AT, 4_711, 3, 1);
        returns(new Entry.Seam(0, AT, new Run(1, "demo", AT, Optional.of(end))));
        returns(new Entry.Seam(5, AT, new Run(2, "демо", AT, Optional.empty())));
    }

    @Test
    void whatIsAskedForOftenIsAColumn() {
        SessionEvent ended =
                new SessionEvent.Ended(
                        STAMP, 5, "billing-sync", LeaseEnd.of(LeaseEnd.Kind.RELEASED), 1_000);
        assertThat(EventCodec.row(new Entry.Happened(ended), detail))
                .isEqualTo(
                        new Row(
                                7,
                                AT,
                                99,
                                3,
                                EventKind.LEASE_RELEASED,
                                5,
                                "billing-sync",
                                OptionalLong.of(1_000),
                                "{}"));
    }

    @Test
    void whatIsAsUsualIsLeftOut() {
        LeaseInfo info = Made.lease(5, 3, "billing-sync", AT);
        Row row = EventCodec.row(new Entry.Happened(new SessionEvent.Granted(STAMP, info)), detail);
        assertThat(row.detail())
                .isEqualTo(
                        "{\"holder\":{\"user\":\"ann\",\"host\":\"desk\",\"pid\":4711,"
                                + "\"thread\":\"main\"}}");
    }

    @Test
    void halfACharacterIsMarkedAsUnknown() {
        SessionEvent odd = new SessionEvent.AllClear(STAMP, 5, "a\uD83D-\uDD12b 🔒");
        Row row = EventCodec.row(new Entry.Happened(odd), detail);
        assertThat(row.client()).isEqualTo("a\uFFFD-\uFFFDb 🔒");
        assertThat(Unicode.whole("\uDD12\uD83D")).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void timesOutOfReachStandAsTheNearest() {
        assertThat(Times.instant(Times.nanos(Instant.MAX)))
                .isEqualTo(Instant.parse("2262-04-11T23:47:16.854775807Z"));
        assertThat(Times.instant(Times.nanos(Instant.MIN)))
                .isEqualTo(Instant.parse("1677-09-21T00:12:43.145224192Z"));
        for (long nanos : new long[] {Long.MIN_VALUE, -1_000_000_000, -1, 0, 1, Long.MAX_VALUE}) {
            assertThat(Times.nanos(Times.instant(nanos))).isEqualTo(nanos);
        }
    }

    @Test
    void leasesOfASnapshotComeBackAsTheyWere() {
        List<LeaseInfo> leases =
                List.of(
                        Made.lease(5, 3, "billing-sync", AT),
                        Made.waiting(6, "crm-bridge", AT),
                        Made.lease(7, 0, "", Instant.MIN));
        assertThat(SnapshotLeases.of(SnapshotLeases.text(leases))).isEqualTo(leases);
    }

    private void returns(Entry entry) {
        assertThat(RowReader.entry(EventCodec.row(entry, detail))).isEqualTo(entry);
    }
}
