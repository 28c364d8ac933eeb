package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import leasehold.monitor.PastSession;
import org.junit.jupiter.api.Test;

class SessionsModelTest {

    private final SessionsModel model = new SessionsModel(Facts.FORMATS);

    @Test
    void newestComesFirstAndWhatIsGoneLeavesWhereverItStands() {
        take(1, 2);
        take(3);
        assertThat(model.rows()).extracting(SessionRow::epoch).containsExactly(3L, 2L, 1L);
        model.apply(List.of(), List.of(2L));
        assertThat(model.rows()).extracting(SessionRow::epoch).containsExactly(3L, 1L);
        assertThat(model.session(2)).isEmpty();
    }

    @Test
    void olderSessionsAreReadWhenTheOldestAreInViewAndOnlyOnce() {
        List<Optional<PastSession>> asked = new ArrayList<>();
        model.recall(asked::add);
        assertThat(asked).containsExactly(Optional.empty());
        List<PastSession> newest = past(5_000, SessionsModel.PAGE);
        model.addPast(newest);
        assertThat(model.more()).isTrue();
        show(model.rows().getFirst());
        model.look();
        assertThat(asked).as("the oldest are far away").hasSize(1);
        show(model.rows().getLast());
        model.look();
        model.look();
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(newest.getLast()));
        model.addPast(past(4_000, 3));
        assertThat(model.more()).isFalse();
        show(model.rows().getLast());
        model.look();
        assertThat(asked).as("there are no older ones").hasSize(2);
        assertThat(model.rows()).hasSize(SessionsModel.PAGE + 3);
    }

    private void show(SessionRow row) {
        model.live().shownBy(() -> false, () -> false, () -> Set.of(row), Runnable::run);
    }

    /** So many sessions, newest first. */
    private static List<PastSession> past(long newest, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> newest - i)
                .map(n -> new PastSession(1, n, Facts.session(n, Optional.empty(), "")))
                .toList();
    }

    private void take(long... epochs) {
        for (long epoch : epochs) {
            model.apply(List.of(Facts.session(epoch, Optional.empty(), "")), List.of());
        }
    }
}
