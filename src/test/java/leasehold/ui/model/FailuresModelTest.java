package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leasehold.monitor.FailureGroup.Retry;
import leasehold.monitor.Standing;
import org.junit.jupiter.api.Test;

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

    private void take(Standing... standings) {
        for (int i = 0; i < standings.length; i++) {
            model.apply(List.of(Facts.failures(i + 1, standings[i], new Retry.None())));
        }
    }
}
