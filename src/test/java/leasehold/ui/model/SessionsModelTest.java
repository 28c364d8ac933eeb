package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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

    private void take(long... epochs) {
        for (long epoch : epochs) {
            model.apply(List.of(Facts.session(epoch, Optional.empty(), "")), List.of());
        }
    }
}
