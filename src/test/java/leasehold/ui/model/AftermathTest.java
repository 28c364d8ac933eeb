package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import leasehold.history.EventKind;
import leasehold.history.StoredEntry;
import leasehold.history.Told;
import leasehold.session.Gate;
import leasehold.session.Lab;
import leasehold.session.SessionLease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the side pane says the controller was like just after an event. */
class AftermathTest {

    private static final String BEGUN = "2025-06-03 14:00:00";

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    private final Deque<Runnable> asked = new ArrayDeque<>();
    private boolean slow;

    @Test
    void eventTellsTheSessionAndWhoHeldItJustAfterIt() throws IOException {
        try (Recorded recorded = recorded()) {
            SessionLease first = lab.take("billing-sync");
            lab.advance(Duration.ofSeconds(90));
            lab.take("crm-bridge");
            lab.now(first.closeAsync());
            select(recorded, EventKind.LEASE_GRANTED, "crm-bridge");
            assertThat(then(recorded))
                    .containsExactly(
                            "Open since " + BEGUN,
                            "Session #1, opened " + BEGUN,
                            "2 leases were held:",
                            "billing-sync, L-1, for 1 m 30 s",
                            "crm-bridge, L-5, for <1 ms");
            select(recorded, EventKind.LEASE_RELEASED, "billing-sync");
            assertThat(then(recorded)).endsWith("1 lease was held:", "crm-bridge, L-5, for <1 ms");
            assertThat(recorded.bench.model.details().shown().get().orElseThrow().copy())
                    .contains("\nThen\n  Open since " + BEGUN + "\n");
        }
    }

    @Test
    void thoseThatWaitedAreCountedAndOfManyHoldersTheFirstAreNamed() throws IOException {
        try (Recorded recorded = recorded()) {
            Gate gate = lab.gate();
            lab.backend.onOpen(gate::pass);
            IntStream.rangeClosed(1, 10).forEach(i -> lab.ask("client-" + i));
            gate.open();
            select(recorded, EventKind.LEASE_REQUESTED, "client-10");
            assertThat(then(recorded))
                    .containsExactly(
                            "Opening since " + BEGUN,
                            "Session #1",
                            "No lease was held",
                            "10 requests waited");
            select(recorded, EventKind.LEASE_GRANTED, "client-10");
            assertThat(then(recorded))
                    .contains("10 leases were held:", "client-8, L-9, for <1 ms")
                    .endsWith("and 2 more");
        }
    }

    @Test
    void sessionThatIsClosedBesideAnotherIsSaidWithWhatIsDoneToIt() throws IOException {
        lab.start(policy -> policy.maxAge(Duration.ofMinutes(10)));
        try (Recorded recorded = recorded()) {
            lab.take("billing-sync");
            lab.advance(Duration.ofMinutes(10));
            lab.take("crm-bridge");
            select(recorded, EventKind.LEASE_GRANTED, "crm-bridge");
            assertThat(then(recorded))
                    .contains(
                            "Session #1, retiring since 2025-06-03 14:10:00",
                            "Session #2, opened 2025-06-03 14:10:00",
                            "2 leases were held:");
        }
    }

    @Test
    void answerToAnOldSelectionIsNeverShownForAnother() throws IOException {
        try (Recorded recorded = recorded()) {
            lab.take("billing-sync");
            lab.take("crm-bridge");
            lab.take("report-nightly");
            select(recorded, EventKind.LEASE_GRANTED, "billing-sync");
            EventRow second = row(recorded, EventKind.LEASE_GRANTED, "crm-bridge");
            EventRow passedBy = row(recorded, EventKind.SESSION_OPENED, "");
            EventRow last = row(recorded, EventKind.LEASE_GRANTED, "report-nightly");
            slow = true;
            select(recorded, second);
            assertThat(then(recorded)).as("before it was read").isEmpty();
            select(recorded, passedBy);
            select(recorded, last);
            assertThat(asked).hasSize(1);
            asked.remove().run();
            assertThat(then(recorded)).as("after an answer for another").isEmpty();
            assertThat(asked).as("what was passed by is not asked for").hasSize(1);
            asked.remove().run();
            assertThat(asked).isEmpty();
            assertThat(then(recorded)).contains("3 leases were held:");
        }
    }

    @Test
    void eventThatStaysSelectedIsAskedForOnce() throws IOException {
        try (Recorded recorded = recorded()) {
            lab.take("billing-sync");
            select(recorded, EventKind.LEASE_GRANTED, "billing-sync");
            lab.take("crm-bridge");
            recorded.bench.beat();
            slow = true;
            recorded.bench.model.details().refresh();
            assertThat(asked).isEmpty();
            assertThat(then(recorded)).contains("1 lease was held:");
        }
    }

    @Test
    void recordThatCannotBeReadIsSaidInASentence() throws IOException {
        try (Recorded recorded = recorded()) {
            lab.take("billing-sync");
            select(recorded, EventKind.LEASE_GRANTED, "billing-sync");
            recorded.store.close();
            Files.delete(recorded.store.file());
            select(recorded, row(recorded, EventKind.SESSION_OPENED, ""));
            assertThat(then(recorded))
                    .containsExactly(
                            "What the controller was like then could not be read from the record.");
        }
    }

    @Test
    void whatIsMissingBeforeItIsSaid() throws IOException {
        try (Told told = new Told(folder.resolve("told.sqlite"), "demo")) {
            told.tell(List.of(Happenings.granted(1, "billing-sync")));
            told.miss(2, 41);
            told.tell(List.of(Happenings.resumed(42)));
            assertThat(then(told, 1, 1)).noneMatch(line -> line.contains("missing"));
            assertThat(then(told, 1, 42))
                    .endsWith("40 events before it are missing, so this may be incomplete.");
        }
    }

    @Test
    void eventOfAFormerRunTellsOfThatRun() throws IOException {
        try (Told told = new Told(folder.resolve("told.sqlite"), "demo")) {
            told.tell(List.of(Happenings.granted(1, "billing-sync")));
            told.restart();
            told.tell(List.of(Happenings.granted(1, "crm-bridge")));
            assertThat(then(told, 1, 1)).contains("billing-sync, L-1, for <1 ms");
            assertThat(then(told, 2, 1)).contains("crm-bridge, L-1, for <1 ms");
        }
    }

    private Recorded recorded() throws IOException {
        lab.controller();
        Recorded recorded =
                new Recorded(
                        lab,
                        folder,
                        task -> {
                            if (slow) {
                                asked.add(task);
                            } else {
                                task.run();
                            }
                        });
        recorded.bench.model.details().topic().set(DetailsModel.Topic.EVENTS);
        return recorded;
    }

    private static void select(Recorded recorded, EventKind kind, String client) {
        recorded.bench.beat();
        select(recorded, row(recorded, kind, client));
    }

    private static void select(Recorded recorded, EventRow row) {
        recorded.bench.model.events().selected().setAll(List.of(row));
    }

    private static EventRow row(Recorded recorded, EventKind kind, String client) {
        return recorded.bench.model.events().rows().stream()
                .filter(
                        row ->
                                row.known()
                                        .filter(event -> event.kind() == kind)
                                        .filter(event -> event.client().equals(client))
                                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** The pane's section; empty if there is none. */
    private static List<String> then(Recorded recorded) {
        return recorded.bench.model.details().shown().get().orElseThrow().sections().stream()
                .filter(section -> section.title().equals("Then"))
                .findFirst()
                .map(Details.Section::lines)
                .orElse(List.of());
    }

    /** The lines of an entry of a store that a test told. */
    private static List<String> then(Told told, long run, long number) throws IOException {
        try (EventReader reader =
                new EventReader(
                        CompletableFuture.completedFuture(told.store()),
                        "demo",
                        Runnable::run,
                        Runnable::run,
                        new Absence(),
                        thrown -> {
                            throw new AssertionError(thrown);
                        })) {
            Deque<StoredEntry> entries = new ArrayDeque<>();
            reader.<List<StoredEntry>>ask(
                    pages -> pages.read(pages.list(), 0, pages.list().size()),
                    found -> entries.addAll(found.orElseThrow()));
            EventRecord event =
                    entries.stream()
                            .map(EventRecord::new)
                            .filter(one -> one.run() == run && one.number() == number)
                            .findFirst()
                            .orElseThrow();
            return new Aftermath(Facts.WORDS, Optional.of(reader))
                    .of(event).stream().flatMap(section -> section.lines().stream()).toList();
        }
    }
}
