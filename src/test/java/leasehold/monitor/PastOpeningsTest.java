package leasehold.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import leasehold.backend.FailureCategory;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What former runs opened on a day counts on the card, as it does in the list of sessions. */
class PastOpeningsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path folder;
    private Duration passed = Duration.ZERO;

    @Test
    void sessionsAndFailedOpeningsOfAllFormerRunsCount() throws Exception {
        open();
        fail();
        open();
        assertThat(former(FormerRuns.of("demo"), Instant.EPOCH))
                .isEqualTo(new PastOpenings(Instant.EPOCH, 2, 1));
        assertThat(former(FormerRuns.of("other"), Instant.EPOCH))
                .isEqualTo(new PastOpenings(Instant.EPOCH, 0, 0));
    }

    @Test
    void whatCameBeforeTheDayIsOfNoCount() throws Exception {
        open();
        fail();
        open();
        Instant midnight = started(3);
        assertThat(former(FormerRuns.of("demo"), midnight))
                .isEqualTo(new PastOpenings(midnight, 1, 0));
    }

    @Test
    void runThatIsShownIsLeftToWhoShowsIt() throws Exception {
        open();
        fail();
        FormerRuns former;
        try (HistoryReader reader = HistoryReader.open(file())) {
            former = FormerRuns.of("demo").before(reader.runs().get(1));
        }
        assertThat(former(former, Instant.EPOCH)).isEqualTo(new PastOpenings(Instant.EPOCH, 1, 0));
    }

    @Test
    void runThatGoesOnCountsItsOwn() throws Exception {
        open();
        Lab lab = new Lab();
        try (HistoryStore store = HistoryStore.open(file())) {
            store.record(lab.controller());
            lab.ask("b");
            store.flush();
            assertThat(former(FormerRuns.of("demo"), Instant.EPOCH).opened()).isOne();
        } finally {
            lab.afterEach(null);
        }
    }

    private PastOpenings former(FormerRuns former, Instant from) throws Exception {
        try (HistoryReader reader = HistoryReader.open(file())) {
            return PastOpenings.former(reader, former, from);
        }
    }

    private Instant started(long run) throws Exception {
        try (HistoryReader reader = HistoryReader.open(file())) {
            return reader.runs().stream()
                    .filter(one -> one.id() == run)
                    .findFirst()
                    .orElseThrow()
                    .started();
        }
    }

    private void open() throws Exception {
        ask(new Lab());
    }

    private void fail() throws Exception {
        Lab lab = new Lab();
        lab.backend.onOpenFail(FailureCategory.LICENCE);
        ask(lab);
    }

    /** Records a run, an hour after the one before, in which a client asks once. */
    private void ask(Lab lab) throws Exception {
        try (HistoryStore store = HistoryStore.open(file())) {
            lab.controller();
            passed = passed.plus(HOUR);
            lab.advance(passed);
            store.record(lab.controller());
            lab.ask("a");
            lab.afterEach(null);
        }
    }

    private Path file() {
        return folder.resolve("record.leasehold");
    }
}
