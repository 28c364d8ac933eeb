package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import leasehold.history.AnyTale;
import leasehold.monitor.Target;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A recording in which anything stands, at any time that there is, reads in every pane. */
class OddRecordTest {

    private static final int STEPS = 150;
    private static final Duration TICK = Duration.ofMillis(1);

    @RegisterExtension final Lab present = new Lab();
    @TempDir private Path folder;
    private final List<RecordingsModel.Refusal> refusals = new ArrayList<>();
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();

    @Test
    void whateverStandsInARecordingReadsInEveryPane() throws Exception {
        TargetsModel targets = new TargetsModel(new Bench(present, "demo server").model);
        Clock clock = Clock.fixed(Facts.NOON, ZoneId.of("+02:00"));
        RecordingsModel recordings =
                new RecordingsModel(
                        targets,
                        new Words(Facts.TEXTS, new Formats(clock)),
                        Runnable::run,
                        later::add,
                        refusals::add);
        for (long seed : LongStream.range(1, 5).toArray()) {
            Path file = folder.toRealPath().resolve("record-" + seed);
            AnyTale.write(file, seed, STEPS);
            recordings.open(file);
            answer();
            assertThat(refusals).isEmpty();
            TargetModel shown = targets.current().get();
            assertThat(shown.kind()).isEqualTo(Target.Kind.RECORDING);
            read(shown);
        }
    }

    private void read(TargetModel shown) {
        Formats formats = shown.words().formats();
        assertThat(shown.card().text().get().spoken()).isNotBlank();
        for (LeaseRow row : List.copyOf(shown.leases().rows())) {
            shown.leases().selected().setAll(List.of(row));
            details(shown, DetailsModel.Topic.LEASES);
            row.heldFor(formats.now()).ifPresent(Formats::duration);
            formats.time(row.lease().requestedAt());
            formats.time(row.lease().grantedAt());
            formats.time(row.lease().expiresAt());
        }
        for (SessionRow row : List.copyOf(shown.sessions().rows())) {
            shown.sessions().selected().set(Optional.of(row));
            details(shown, DetailsModel.Topic.SESSIONS);
        }
        for (FailureRow row : List.copyOf(shown.failures().rows())) {
            shown.failures().selected().set(Optional.of(row));
            details(shown, DetailsModel.Topic.FAILURES);
        }
        shown.details().topic().set(DetailsModel.Topic.EVENTS);
        until(() -> beat(shown) && !shown.events().rows().isEmpty());
        for (EventRow row : List.copyOf(shown.events().rows())) {
            shown.events().selected().setAll(List.of(row));
            until(() -> beat(shown) && row.known().isPresent());
            assertThat(shown.events().text(row.known().orElseThrow())).isNotNull();
            details(shown, DetailsModel.Topic.EVENTS);
        }
    }

    private void details(TargetModel shown, DetailsModel.Topic topic) {
        shown.details().topic().set(topic);
        beat(shown);
        assertThat(shown.details().shown().get()).isPresent();
    }

    /** Everything of the window happens on this thread. */
    private static void until(Callable<Boolean> reached) {
        await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(TICK).until(reached);
    }

    private boolean beat(TargetModel shown) {
        answer();
        shown.beat(Long.MAX_VALUE);
        return true;
    }

    private void answer() {
        for (Runnable next = later.poll(); next != null; next = later.poll()) {
            next.run();
        }
    }
}
