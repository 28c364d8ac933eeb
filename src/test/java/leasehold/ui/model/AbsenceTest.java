package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the window says and does while the file of its record is gone. */
class AbsenceTest {

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    @Test
    void sentenceIsSaidOnceAndWhatIsShownStays() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            TargetModel model = recorded.bench.model;
            lab.take("billing-sync");
            recorded.bench.beat();
            int events = model.events().all().get();
            Files.move(folder.resolve("record.leasehold"), folder.resolve("away"));
            model.events().look();
            String gone = recorded.store.gone().orElseThrow();
            assertThat(model.notices().text().get()).isEqualTo(gone);
            assertThat(model.ticking()).as("it is looked for").isTrue();
            model.notices().clear();
            model.events().look();
            model.beat(Long.MAX_VALUE);
            assertThat(model.notices().text().get()).isEmpty();
            assertThat(model.failures().rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.failures().count()).isEqualTo(1));
            assertThat(model.events().all().get()).isEqualTo(events).isPositive();
            Files.move(folder.resolve("away"), folder.resolve("record.leasehold"));
        }
    }
}
