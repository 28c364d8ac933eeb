package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import leasehold.history.Export;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.session.Act;
import leasehold.session.Lab;
import leasehold.session.SessionLease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {

    @RegisterExtension final Lab lab = new Lab();
    @TempDir private Path folder;

    @Test
    void atItsEndItKnowsWhatTheMonitorKnewThen() throws Exception {
        lab.start(policy -> policy.linger(Duration.ofSeconds(5)));
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            SessionMonitor live =
                    SessionMonitor.of(
                            lab.controller(), Clock.fixed(lab.time.wall(), ZoneOffset.UTC));
            lab.backend.onOpenFail(FailureCategory.UNREACHABLE);
            lab.ask("order-sync");
            lab.advance(Duration.ofMinutes(1));
            SessionLease first = lab.take("billing-sync");
            lab.take("report-nightly");
            lab.lose(2);
            lab.advance(Duration.ofMinutes(1));
            lab.take("mail");
            first.close();
            lab.take("order-sync");
            lab.settle();
            assertThat(store.flush()).isTrue();

            Batch then = played(file()).monitor().drain(1_000);
            Batch now = live.drain(1_000);
            assertThat(then.leases()).isEqualTo(now.leases()).isNotEmpty();
            assertThat(then.sessions()).isEqualTo(now.sessions()).hasSize(3);
            assertThat(then.failures()).isEqualTo(now.failures()).isNotEmpty();
            assertThat(then.counters()).isEqualTo(now.counters());
            assertThat(then.card().state()).isEqualTo(now.card().state());
            assertThat(then.lag()).isZero();
            live.close();
        }
    }

    @Test
    void timeStandsStillAtTheLastEvent() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            lab.take("billing-sync");
            Instant last = lab.recorder.events().getLast().at();
            lab.advance(Duration.ofMinutes(3));
            assertThat(store.flush()).isTrue();
            Playback playback = played(file());
            assertThat(playback.end()).isEqualTo(last);
            assertThat(playback.told()).isEqualTo(playback.count()).isPositive();
        }
    }

    @Test
    void ledgerOfAPartBalances() throws Exception {
        Path part;
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            SessionLease before = lab.take("billing-sync");
            lab.advance(Duration.ofMinutes(1));
            Instant from = lab.time.wall();
            before.close();
            lab.take("mail");
            part = part(store, from);
        }
        Batch then = played(part).monitor().drain(1_000);
        assertThat(then.counters().ledger().held()).isOne();
        assertThat(then.counters().ledger().balanced()).isTrue();
        assertThat(then.leases()).extracting(LeaseRecord::client).containsExactly("mail");
    }

    @Test
    void sessionsComeInBatchesOldestFirst() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            for (int i = 0; i < 5; i++) {
                lab.take("billing-sync").close();
                lab.settle();
            }
            assertThat(store.flush()).isTrue();
            SessionMonitor monitor = played(file()).monitor();
            Batch batch = monitor.drain(3);
            assertThat(batch.sessions())
                    .extracting(SessionRecord::epoch)
                    .containsExactly(1L, 2L, 3L);
            assertThat(batch.more()).isEqualTo(2);
            assertThat(monitor.dirty()).isTrue();
            assertThat(monitor.drain(3).more()).isZero();
            assertThat(monitor.dirty()).isFalse();
        }
    }

    @Test
    void everyControllerHasOneAndItsNewestRun() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (HistoryStore store = HistoryStore.open(file())) {
                store.record(lab.controller());
                lab.settle();
                assertThat(store.flush()).isTrue();
            }
        }
        List<Playback> all = Playback.of(HistoryStore.read(file()), ZoneOffset.UTC);
        assertThat(all).singleElement().extracting(one -> one.run().id()).isEqualTo(2L);
    }

    @Test
    void recordInWhichNothingStandsIsSaid() throws Exception {
        HistoryStore.open(file()).close();
        HistoryStore store = HistoryStore.read(file());
        assertThatIOException()
                .isThrownBy(() -> Playback.of(store, ZoneOffset.UTC))
                .withMessage(file() + " is a record in which nothing stands.");
    }

    @Test
    void brokenEntryEndsItAndWhatCameBeforeWasTold() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            lab.take("billing-sync");
        }
        change("UPDATE entry SET detail = '{\"a\":' WHERE kind = 'lease.granted'");
        Playback playback = playback(file());
        assertThatIOException()
                .isThrownBy(playback::play)
                .withMessage(file() + " is a damaged record: entry 4 of 4 cannot be read.");
        assertThat(playback.over()).isTrue();
        assertThat(playback.told()).isPositive().isLessThan(playback.count());
        assertThat(playback.monitor().drain(10).sessions()).hasSize(1);
    }

    @Test
    void partKnowsWhenAndByWhomWhatWasOpenAtItsBeginningWasOpened() throws Exception {
        Path part;
        Instant opened;
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            SessionLease opener = lab.take("billing-sync");
            opened = lab.time.wall();
            lab.advance(Duration.ofMinutes(1));
            lab.take("report-nightly");
            opener.close();
            lab.advance(Duration.ofMinutes(1));
            Instant from = lab.time.wall();
            lab.take("mail");
            part = part(store, from);
        }
        Batch then = played(part).monitor().drain(1_000);
        assertThat(then.card().state())
                .isInstanceOfSatisfying(
                        CardState.Open.class,
                        open -> {
                            assertThat(open.since()).isEqualTo(opened);
                            assertThat(open.leases()).isEqualTo(2);
                        });
        assertThat(then.sessions())
                .singleElement()
                .satisfies(
                        session -> {
                            assertThat(session.askedAt()).isEqualTo(opened);
                            assertThat(session.opening().openedAt()).contains(opened);
                            assertThat(session.opening().openedBy()).isEqualTo("billing-sync");
                            assertThat(session.opening().serverId()).isEqualTo("server-1");
                            assertThat(session.use().held()).isEqualTo(2);
                        });
    }

    @Test
    void partKnowsWhatWasClosingAndWhatStrayedAtItsBeginning() throws Exception {
        Act act = new Act("marta", "upgrade");
        Path part;
        Instant until;
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            lab.backend.onClose(
                    () -> {
                        throw new BackendException(FailureCategory.PROTOCOL, "no answer");
                    });
            lab.take("billing-sync").close();
            lab.settle();
            lab.take("report-nightly");
            until = lab.time.wall().plusSeconds(3_600);
            lab.controller().closeSession(Duration.ofHours(1), act);
            lab.advance(Duration.ofSeconds(1));
            Instant from = lab.time.wall();
            lab.ask("mail");
            part = part(store, from);
        }
        Batch then = played(part).monitor().drain(1_000);
        assertThat(then.card().state())
                .isEqualTo(new CardState.Draining(2, 1, until, Optional.of(act)));
        assertThat(then.card().strays()).isOne();
        assertThat(then.sessions())
                .extracting(session -> session.epoch() + " " + session.state())
                .containsExactly("1 UNCLOSED", "2 DRAINING");
    }

    private Path part(HistoryStore store, Instant from) throws Exception {
        Path part = folder.resolve("part.sqlite");
        assertThat(store.flush()).isTrue();
        try (HistoryReader reader = store.reader()) {
            ExportOrder order =
                    ExportOrder.of(ExportFormat.RECORDING)
                            .within(new ExportRange(Optional.of(from), Optional.empty()));
            new Export(reader, (_, _, _, _) -> {}).write(order, part, _ -> {});
        }
        return part;
    }

    @Test
    void oneThatIsClosedTellsNothing() throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            lab.take("billing-sync");
        }
        Playback playback = playback(file());
        playback.close();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(playback::play);
        assertThat(playback.told()).isZero();
        assertThat(playback.over()).isTrue();
    }

    private void change(String sql) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Playback played(Path file) throws IOException, InterruptedException {
        Playback playback = playback(file);
        playback.play();
        return playback;
    }

    private static Playback playback(Path file) throws IOException {
        return Playback.of(HistoryStore.read(file), ZoneOffset.UTC).getFirst();
    }

    private Path file() {
        return folder.resolve("record.leasehold");
    }
}
