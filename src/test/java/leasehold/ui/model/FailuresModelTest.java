package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.backend.FailureCategory;
import leasehold.history.HistoryStore;
import leasehold.monitor.FailureGroup.Retry;
import leasehold.monitor.Standing;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresModelTest {

    private final List<Long> looked = new ArrayList<>();
    private final List<String> muted = new ArrayList<>();
    private final FailuresModel model =
            new FailuresModel(looked::add, (id, on) -> muted.add(id + " " + on));

    @Test
    void newsAreNewCausesAndThoseThatCameBack() {
        take(Standing.NEW, Standing.SEEN, Standing.MUTED, Standing.RETURNED);
        assertThat(model.unseen().get()).isEqualTo(2);
    }

    @Test
    void lookingAtNewsMarksItSeenAndAtAMutedCauseDoesNot() {
        take(Standing.NEW, Standing.MUTED, Standing.RETURNED);
        model.rows().forEach(row -> model.selected().set(Optional.of(row)));
        assertThat(looked).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void mutingAgainEndsIt() {
        model.toggleMute();
        assertThat(muted).isEmpty();
        take(Standing.NEW);
        model.selected().set(Optional.of(model.rows().getFirst()));
        model.toggleMute();
        take(Standing.MUTED);
        model.toggleMute();
        assertThat(muted).containsExactly("1 true", "1 false");
    }

    @Test
    void barsMoveOnUntilTheLastMinutesSawNothing() {
        assertThat(model.ticking(NOON)).isFalse();
        model.apply(List.of(Facts.failures(1, Standing.SEEN, new Retry.None())));
        assertThat(model.ticking(NOON)).isTrue();
        Instant later = NOON.plus(Duration.ofMinutes(15));
        assertThat(model.ticking(later)).isFalse();
    }

    @Test
    void failuresOfFormerRunsAreShownAndAreNoNews(@TempDir Path folder) throws Exception {
        Lab former = new Lab();
        try (HistoryStore store = HistoryStore.open(folder.resolve("record.leasehold"))) {
            store.record(former.controller());
            former.backend.onOpenFail(FailureCategory.LICENCE);
            former.ask("billing-sync");
            former.afterEach(null);
        }
        Lab lab = new Lab();
        try (Recorded recorded = new Recorded(lab, folder)) {
            FailuresModel shown = recorded.bench.model.failures();
            recorded.bench.beat();
            assertThat(shown.rows())
                    .singleElement()
                    .extracting(FailureRow::failures)
                    .satisfies(
                            group -> {
                                assertThat(group.category()).isEqualTo(FailureCategory.LICENCE);
                                assertThat(group.standing()).isEqualTo(Standing.SEEN);
                            });
            assertThat(shown.unseen().get()).isZero();
            assertThat(
                            new FailureDetails(Facts.WORDS)
                                    .of(shown.rows().getFirst().failures())
                                    .facts())
                    .anyMatch(fact -> fact.value().equals("#1 of run 1"));
        } finally {
            lab.afterEach(null);
        }
    }

    private void take(Standing... standings) {
        for (int i = 0; i < standings.length; i++) {
            model.apply(List.of(Facts.failures(i + 1, standings[i], new Retry.None())));
        }
    }
}
