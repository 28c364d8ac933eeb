package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leasehold.history.Told;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.LeaseState;
import leasehold.session.Act;
import leasehold.session.Holder;
import leasehold.session.LeaseEnd;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionEvent;
import leasehold.session.SessionEvent.Stamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the side pane says of a lease. */
class LeaseDetailsTest {

    private static final Act STUCK = new Act("m.ivanova", "stuck");

    @TempDir Path folder;

    private Told told;
    private LeaseStory story;
    private LeaseDetails details;
    private final LeaseRecord lease = Facts.held(7, "billing-sync", Duration.ofMinutes(104));
    private long number = 6;

    @BeforeEach
    void open() throws IOException {
        told = new Told(folder.resolve("record.sqlite"), "demo");
        EventReader reader =
                new EventReader(
                        CompletableFuture.completedFuture(told.store()),
                        "demo",
                        Runnable::run,
                        Runnable::run,
                        new Absence(),
                        thrown -> {
                            throw new AssertionError(thrown);
                        });
        story = new LeaseStory(Facts.WORDS, Optional.of(reader), () -> 1);
        details = new LeaseDetails(Facts.WORDS, story);
    }

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    void everyFactHasItsNameAndTimesAreToldExactly() {
        Details said = details.of(Facts.overdue(lease));
        assertThat(said.title()).isEqualTo("billing-sync");
        assertThat(said.id()).isEqualTo("L-7");
        assertThat(said.state().words()).isEqualTo("Held 1 h 44 m");
        assertThat(said.state().badge()).isEqualTo("overdue");
        assertThat(said.act()).isEqualTo(Details.Act.REVOKE);
        assertThat(said.copy())
                .startsWith(
                        """
                        billing-sync L-7, Held 1 h 44 m, overdue
                        Holder\tsvc@app-01 · pid 4700
                        Thread\tw-1
                        Session\t#17, opened by another
                        Asked\t10:16:00.000
                        Granted\t10:16:00.000 (<1 ms)
                        Purpose\t–
                        Expires\t–

                        Acquired at
                          OrderSync.run:88

                        What happened
                        """);
        assertThat(said.facts())
                .filteredOn(fact -> fact.name().equals("Asked"))
                .extracting(Details.Fact::hint)
                .containsExactly("2025-06-04T10:16:00Z\n2025-06-04T10:16:00Z");
    }

    @Test
    void storyTellsWhatHappenedToThisLeaseAlone() {
        tell(new SessionEvent.Granted(stamp(), lease.info()));
        tell(
                new SessionEvent.Overdue(
                        stamp(), 7, "billing-sync", lease.holder(), 600_000_000_000L));
        tell(new SessionEvent.Overdue(stamp(), 6, "other", lease.holder(), 1));
        assertThat(story())
                .containsExactly("granted, session #17 was open", "overdue after 10 m 00 s");
        tell(new SessionEvent.Ended(stamp(), 7, "billing-sync", LeaseEnd.revoked(STUCK), 1));
        assertThat(story()).endsWith("revoked by m.ivanova: \"stuck\"");
    }

    @Test
    void storyOfAnotherLeaseBeginsAnew() {
        tell(new SessionEvent.Granted(stamp(), lease.info()));
        assertThat(story()).hasSize(1);
        LeaseRecord other = Facts.held(9, "report-nightly", Duration.ofSeconds(1));
        assertThat(details.of(other).sections().getLast().lines()).isEmpty();
        assertThat(story()).hasSize(1);
    }

    @Test
    void storyTellsWhoOpenedTheSession() {
        tell(new SessionEvent.Granted(stamp(), info(true, 118_000_000)));
        tell(new SessionEvent.Granted(stamp(), info(false, 118_000_000)));
        assertThat(story())
                .containsExactly(
                        "granted, opened session #17", "granted by session #17 after 118 ms");
    }

    @Test
    void endedLeaseTellsWhenByWhomAndCannotBeRevoked() {
        var finish = new LeaseRecord.Finish(NOON, 1, Optional.of(STUCK), Optional.empty());
        Details said = details.of(Facts.finished(lease, LeaseState.REVOKED, finish));
        assertThat(said.act()).isEqualTo(Details.Act.ENDED);
        assertThat(said.copy()).contains("Ended\t12:00:00.000\nBy\tm.ivanova: \"stuck\"\n");
    }

    @Test
    void wholeStackIsToldWithThatOfLibrariesFolded() {
        var own = new StackTraceElement("app.OrderSync", "run", "OrderSync.java", 88);
        var pool = new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1);
        var holder = new Holder("svc", "app", 1, "w", Optional.of(own), List.of(own, pool));
        Details.Code code =
                (Details.Code) details.of(Facts.heldBy(7, holder)).sections().getFirst();
        assertThat(code.own()).containsExactly("OrderSync.run:88");
        assertThat(code.lines()).containsExactly("OrderSync.run:88", "Thread.run:1");
    }

    private List<String> story() {
        story.follow();
        Details.Story story = (Details.Story) details.of(lease).sections().getLast();
        return story.moments().stream().map(Details.Moment::what).toList();
    }

    private LeaseInfo info(boolean opener, long waited) {
        LeaseInfo info = lease.info();
        return new LeaseInfo(
                info.id(),
                info.epoch(),
                info.state(),
                info.client(),
                info.holder(),
                "",
                "",
                info.requestedAt(),
                info.grantedAt(),
                waited,
                opener,
                Optional.empty(),
                false);
    }

    private void tell(SessionEvent event) {
        told.tell(List.of(event));
    }

    private Stamp stamp() {
        Instant at = NOON.plusSeconds(++number);
        return new Stamp(number, at, number, 17);
    }
}
