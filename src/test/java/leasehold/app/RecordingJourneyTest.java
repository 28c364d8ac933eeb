package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import leasehold.backend.BackendException;
import leasehold.backend.BackendSession;
import leasehold.backend.FailureCategory;
import leasehold.backend.OpenAttempt;
import leasehold.history.HistoryStore;
import leasehold.session.LeaseRequest;
import leasehold.session.RetryPolicy;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.model.TargetModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording, opened in the whole window at its smallest. */
class RecordingJourneyTest {

    @TempDir Path folder;
    private Path recording;
    private List<String> beside;
    private OpenWindow window;

    @BeforeEach
    void setUp() throws Exception {
        recording = folder.resolve("incident.sqlite");
        record(recording);
        beside = names();
        window = new OpenWindow(980, 700);
    }

    @AfterEach
    void tearDown() {
        window.close();
    }

    @Test
    void keyOpensItAndEveryTabTellsOfItsEnd() throws Exception {
        byte[] before = Files.readAllBytes(recording);
        window.inClicks(1, () -> open(recording));
        assertThat(window.title()).isEqualTo("Open 1 · orders · incident.sqlite · Leasehold");
        assertThat(Sight.text(window, "#card-sentence")).startsWith("Open for ");
        assertThat(current().card().text().get().spoken()).contains("where the recording ends.");
        TableRow<?> lease = Sight.rows(window, "lease-table").getFirst();
        assertThat(Sight.cells(lease))
                .containsEntry("State", "Held")
                .containsEntry("Client", "early-bird");
        window.tab("Sessions");
        assertThat(Sight.rows(window, "session-table")).hasSize(2);
        window.tab("Failures");
        assertThat(Sight.rows(window, "failure-table")).hasSize(1);
        window.tab("Events");
        window.awaitThat(() -> !Sight.rows(window, "event-table").isEmpty());
        assertThat(Files.readAllBytes(recording)).isEqualTo(before);
        assertThat(names()).isEqualTo(beside);
    }

    @Test
    void fileThatIsNoRecordingIsRefusedWithItsSentence() throws Exception {
        Path diary = Files.writeString(folder.resolve("diary.sqlite"), "dear diary");
        choose(diary);
        window.awaitThat(() -> window.scene().lookup("#refused-dialog") != null);
        assertThat(window.text("refused-title")).isEqualTo("diary.sqlite was not opened");
        assertThat(window.text("refused-why")).contains("is no SQLite file at all").endsWith(".");
        window.keys(KeyCode.ESCAPE);
        assertThat(window.targets().all()).containsExactly(window.target());
        assertThat(Files.readString(diary)).isEqualTo("dear diary");
    }

    @Test
    void menuListsItAsARecordingAndClosesIt() {
        open(recording);
        window.click("#target-menu");
        assertThat(Sight.words(window, ".target-row .tag-recording")).containsExactly("Recording");
        window.click("#disconnect");
        window.awaitThat(() -> window.targets().all().size() == 1);
        assertThat(window.text("notice")).isEqualTo("orders · incident.sqlite is closed.");
    }

    @Test
    void whatWouldDoNothingIsOffAndEventsOfAllRunsAreCounted() throws Exception {
        record(recording);
        open(recording);
        Node pause = OpenWindow.fx(() -> window.scene().lookup("#pause"));
        assertThat(pause.isDisabled()).isTrue();
        assertThat(pause.getAccessibleHelp()).startsWith("Everything stands still anyway, as of ");
        window.keys(KeyCode.CONTROL, KeyCode.E);
        assertThat(window.text("notice")).isEqualTo(pause.getAccessibleHelp());
        assertThat(OpenWindow.fx(() -> current().pause().on().get())).isFalse();
        Node action = OpenWindow.fx(() -> window.scene().lookup("#card-action"));
        assertThat(action.getParent().isManaged()).as("no act, no room for it").isFalse();
        int all = OpenWindow.fx(() -> current().events().all().get());
        assertThat(all).isGreaterThan(10);
        window.awaitThat(() -> window.text("rate").equals(all + " events"));
    }

    @Tag("gtk")
    @Test
    void fileThatIsDroppedIsOpened() {
        Node card = OpenWindow.fx(() -> window.scene().lookup("#card-sentence"));
        OpenWindow.run(() -> card.setOnDragDetected(_ -> drag(card)));
        window.robot().drag("#card-sentence").moveTo("#lease-table");
        window.awaitThat(() -> window.scene().lookup("#drop-hint") != null);
        window.robot().drop();
        awaitRead();
        assertThat(OpenWindow.fx(() -> window.scene().lookup("#drop-hint"))).isNull();
    }

    @Test
    void openedAndClosedFiftyTimesItLeavesNothingBehind() throws Exception {
        List<WeakReference<TargetModel>> gone = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            choose(recording);
            awaitRead();
            gone.add(OpenWindow.fx(() -> new WeakReference<>(current())));
            OpenWindow.run(() -> window.targets().disconnect(current()));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            System.gc();
                            return gone.stream().allMatch(model -> model.get() == null);
                        });
        await().until(
                        () ->
                                Thread.getAllStackTraces().keySet().stream()
                                        .noneMatch(RecordingJourneyTest::reads));
        assertThat(names()).isEqualTo(beside);
    }

    private static boolean reads(Thread thread) {
        return thread.getName().equals("leasehold-recording");
    }

    private void drag(Node from) {
        Dragboard board = from.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(recording.toFile()));
        board.setContent(content);
    }

    /**
     * An opening fails; then two share a session, of whom one has not left when the record ends.
     */
    private static void record(Path file) throws Exception {
        SessionPolicy policy = SessionPolicy.builder().retry(RetryPolicy.none()).build();
        try (HistoryStore store = HistoryStore.open(file);
                ServerSessionController controller =
                        ServerSessionController.over(RecordingJourneyTest::seat)
                                .name("orders")
                                .policy(policy)
                                .build()) {
            store.record(controller);
            assertThat(controller.tryOpenSession(LeaseRequest.of("night-shift"))).isEmpty();
            SessionLease lease = controller.openSession(LeaseRequest.of("early-bird"));
            controller.openSession(LeaseRequest.of("night-shift")).close();
            // The store is a listener, and hears of the last release a little later.
            long last = controller.snapshot().number();
            await().until(() -> store.flush() && store.status().written() >= last);
            store.close();
            lease.close();
        }
    }

    private record Seat(String id) implements BackendSession {
        @Override
        public Map<String, String> attributes() {
            return Map.of();
        }

        @Override
        public void close() {}
    }

    private static BackendSession seat(OpenAttempt attempt) throws BackendException {
        if (attempt.epoch() == 1) {
            throw new BackendException(FailureCategory.UNREACHABLE, "Connection refused by db-01");
        }
        return new Seat("seat " + attempt.epoch());
    }

    private void choose(Path file) {
        OpenWindow.run(() -> FileChoice.answer(window.scene().getWindow(), file::toFile));
        window.keys(KeyCode.CONTROL, KeyCode.O);
    }

    private void open(Path file) {
        choose(file);
        awaitRead();
    }

    private void awaitRead() {
        window.awaitThat(() -> current().recording().filter(read -> !read.reading()).isPresent());
        window.awaitThat(() -> !current().leases().rows().isEmpty());
    }

    private TargetModel current() {
        return window.targets().current().get();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
