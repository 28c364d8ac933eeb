package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.history.ExportRange;
import leasehold.history.FailureSearch;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.history.Run;
import leasehold.monitor.FailureGroup.SessionOfRun;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures of former runs are told by the same rules as those of a live target. */
class PastFailuresTest {

    @TempDir Path folder;
    private Duration passed = Duration.ZERO;

    @Test
    void sameCauseInTwoRunsIsOneGroupOfTwoSessions() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        fail("b", FailureCategory.UNREACHABLE);
        try (HistoryReader reader = reader()) {
            FailureGroup group =
                    PastFailures.in(reader, "demo", ExportRange.ALL).groups().getFirst();
            assertThat(group.count()).isEqualTo(2);
            assertThat(group.clients().first()).containsExactly("a", "b");
            assertThat(group.sessions().first())
                    .containsExactly(new SessionOfRun(1, 1), new SessionOfRun(2, 1));
            assertThat(group.answers().newest())
                    .extracting(FailureGroup.Answer::client)
                    .containsExactly("a", "b");
            assertThat(group.firstSeen()).isBefore(group.lastSeen());
        }
    }

    @Test
    void onlyWhatFailedInTheRangeAndOfTheControllerCounts() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        fail("b", FailureCategory.UNREACHABLE);
        try (HistoryReader reader = reader()) {
            ExportRange later =
                    new ExportRange(
                            Optional.of(reader.runs().getLast().started()), Optional.empty());
            assertThat(PastFailures.in(reader, "demo", later).groups().getFirst().count()).isOne();
            assertThat(PastFailures.in(reader, "other", ExportRange.ALL).groups()).isEmpty();
        }
    }

    @Test
    void liveFailureOfAKnownCauseWasFirstSeenInAFormerRun() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        fail("b", FailureCategory.LICENCE);
        Story story = new Story().pass(Duration.ofDays(1));
        try (HistoryReader reader = reader()) {
            PastFailures past = PastFailures.former(reader, FormerRuns.of("demo"));
            FailureGroup before = group(past.groups(), FailureCategory.UNREACHABLE);
            story.opening("c");
            story.attemptFailed(1, before.latest());
            story.drain();
            story.feed.remember(past);
            List<FailureGroup> now = story.drain().failures();
            assertThat(now).hasSize(2);
            FailureGroup again = group(now, FailureCategory.UNREACHABLE);
            assertThat(again.id()).isEqualTo(1);
            assertThat(again.count()).isEqualTo(before.count() + 1);
            assertThat(again.firstSeen()).isEqualTo(before.firstSeen());
            assertThat(again.clients().first()).containsExactly("a", "c");
            assertThat(again.sessions().first())
                    .containsExactly(
                            new SessionOfRun(1, 1), new SessionOfRun(SessionOfRun.LIVE, 1));
            assertThat(again.standing()).isEqualTo(Standing.NEW);
            FailureGroup other = group(now, FailureCategory.LICENCE);
            assertThat(other.standing()).isEqualTo(Standing.SEEN);
            assertThat(other.sessions().first()).containsExactly(new SessionOfRun(2, 1));
        }
    }

    @Test
    void runThatIsShownIsLeftToWhoShowsIt() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        fail("b", FailureCategory.LICENCE);
        try (HistoryReader reader = reader()) {
            FormerRuns former = FormerRuns.of("demo").before(reader.runs().getLast());
            assertThat(PastFailures.former(reader, former).groups())
                    .extracting(FailureGroup::category)
                    .containsExactly(FailureCategory.UNREACHABLE);
        }
    }

    @Test
    void runThatGoesOnIsNotAFormerOne() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        try (HistoryStore store = HistoryStore.open(file());
                Failing open =
                        new Failing(store, Duration.ofHours(2), "b", FailureCategory.LICENCE)) {
            store.flush();
            try (HistoryReader reader = store.reader()) {
                assertThat(PastFailures.former(reader, FormerRuns.of("demo")).groups())
                        .extracting(FailureGroup::category)
                        .containsExactly(FailureCategory.UNREACHABLE);
                assertThat(PastFailures.in(reader, "demo", ExportRange.ALL).groups()).hasSize(2);
            }
        }
    }

    @Test
    void onlyTheNewestAreReadAndItIsSaidSinceWhen() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        fail("b", FailureCategory.LICENCE);
        fail("c", FailureCategory.RIGHTS);
        try (HistoryReader reader = reader()) {
            int all = 0;
            FailureSearch search = new FailureSearch(reader);
            for (Run run : reader.runs()) {
                all += search.newest(run, 100).count();
            }
            PastFailures whole = PastFailures.former(reader, FormerRuns.of("demo"), all);
            assertThat(whole.groups()).hasSize(3);
            assertThat(whole.since()).isEmpty();
            int two = all / 3 * 2;
            PastFailures newest = PastFailures.former(reader, FormerRuns.of("demo"), two);
            assertThat(newest.groups())
                    .extracting(FailureGroup::category)
                    .containsExactly(FailureCategory.LICENCE, FailureCategory.RIGHTS);
            List<Run> runs = reader.runs();
            assertThat(newest.since().orElseThrow())
                    .isBetween(runs.get(1).started(), runs.get(2).started());
            PastFailures few = PastFailures.former(reader, FormerRuns.of("demo"), 1);
            assertThat(few.groups()).as("the oldest of what is read cites nothing").hasSize(1);
            assertThat(few.since().orElseThrow()).isAfter(newest.since().orElseThrow());
        }
    }

    @Test
    void readingEndsWhenItIsNotWantedAnyMore() throws Exception {
        fail("a", FailureCategory.UNREACHABLE);
        try (HistoryReader reader = reader()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> PastFailures.former(reader, FormerRuns.of("demo")));
        }
    }

    private static FailureGroup group(List<FailureGroup> groups, FailureCategory category) {
        return groups.stream().filter(one -> one.category() == category).findFirst().orElseThrow();
    }

    /** Records a controller whose opening for a client fails. */
    private void fail(String client, FailureCategory category) throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            passed = passed.plusHours(1);
            new Failing(store, passed, client, category).close();
        }
    }

    /** A controller that was asked once, in vain. */
    private static final class Failing implements AutoCloseable {
        private final Lab lab = new Lab();

        Failing(HistoryStore store, Duration after, String client, FailureCategory category) {
            lab.controller();
            lab.advance(after);
            store.record(lab.controller());
            lab.backend.onOpenFail(category);
            lab.ask(client);
        }

        @Override
        public void close() throws Exception {
            lab.afterEach(null);
        }
    }

    private Path file() {
        return folder.resolve("record.leasehold");
    }

    private HistoryReader reader() throws IOException {
        return HistoryReader.open(file());
    }
}
