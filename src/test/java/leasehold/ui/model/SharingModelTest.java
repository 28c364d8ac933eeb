package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import leasehold.session.Lab;
import leasehold.session.SessionLease;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.SharingModel.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SharingModelTest {

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    @Test
    void withoutARecordItSaysSo() {
        SharingModel sharing = new SharingModel(new Bench(lab).model);
        sharing.watch(true);
        assertThat(sharing.shown().get().why())
                .isEqualTo("Nothing of this target is recorded, so there is nothing to tell.");
        assertThat(sharing.advice()).isEmpty();
    }

    @Test
    void oneOpeningTellsNothing() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            session();
            SharingModel sharing = watched(recorded);
            assertThat(sharing.shown().get().why())
                    .isEqualTo("Not enough in the record yet: it needs at least two openings.");
        }
    }

    @Test
    void figuresAndASentence() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            session();
            session();
            SharingModel sharing = watched(recorded);
            assertThat(sharing.shown().get().facts())
                    .extracting(Fact::name, Fact::value)
                    .contains(
                            tuple("Openings", "2"),
                            tuple("Leases", "4, 2.0 an opening"),
                            tuple("Opened by", "billing-sync, always"));
            assertThat(sharing.advice()).startsWith("With 5 s linger: ");
            sharing.linger().set(0);
            assertThat(sharing.advice()).startsWith("Without linger: 2 opens; open for ");
        }
    }

    @Test
    void nobodyIsAskedWhileNobodyLooks() throws IOException {
        Deque<Runnable> asked = new ArrayDeque<>();
        try (Recorded recorded = new Recorded(lab, folder, asked::add)) {
            asked.clear();
            SharingModel sharing = new SharingModel(recorded.bench.model);
            session();
            recorded.bench.beat();
            assertThat(sharing.busy().get()).isFalse();
            sharing.watch(true);
            assertThat(sharing.busy().get()).isTrue();
        }
    }

    @Test
    void oneQuestionIsAskedAtATimeAndTheLastOneIsAnswered() throws IOException {
        Deque<Runnable> asked = new ArrayDeque<>();
        try (Recorded recorded = new Recorded(lab, folder, asked::add)) {
            session();
            session();
            asked.clear();
            SharingModel sharing = new SharingModel(recorded.bench.model);
            sharing.refresh();
            sharing.span().set(Span.WEEK);
            sharing.span().set(Span.ALL);
            assertThat(asked).hasSize(1);
            asked.remove().run();
            assertThat(sharing.busy().get()).isTrue();
            assertThat(asked).hasSize(1);
            asked.remove().run();
            assertThat(sharing.busy().get()).isFalse();
            assertThat(sharing.shown().get().curve()).isNotEmpty();
        }
    }

    @Test
    void recordThatCannotBeReadSaysWhy() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            recorded.store.close();
            Files.delete(recorded.store.file());
            SharingModel sharing = new SharingModel(recorded.bench.model);
            sharing.refresh();
            assertThat(sharing.shown().get().why()).startsWith("The record tells nothing. ");
        }
    }

    private SharingModel watched(Recorded recorded) {
        recorded.bench.beat();
        SharingModel sharing = new SharingModel(recorded.bench.model);
        sharing.span().set(Span.ALL);
        sharing.watch(true);
        return sharing;
    }

    private void session() {
        SessionLease first = lab.take("billing-sync");
        SessionLease second = lab.take("report-nightly");
        for (SessionLease lease : List.of(first, second)) {
            lab.advance(Duration.ofSeconds(1));
            lab.now(lease.closeAsync());
        }
        lab.advance(Duration.ofMinutes(1));
    }
}
