package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import leasehold.history.ExportFormat;
import leasehold.session.Lab;
import leasehold.session.SessionLease;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.ExportModel.Stage;
import leasehold.ui.model.ExportModel.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {

    @RegisterExtension final Lab lab = new Lab();

    @TempDir Path folder;

    @Test
    void everythingIsWrittenAndSaid() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            take(recorded, "billing-sync");
            ExportModel export = export(recorded);
            export.write(file());
            assertThat(export.stage().get()).isEqualTo(Stage.OVER);
            assertThat(rows()).hasSize(recorded.bench.model.events().all().get());
            assertThat(recorded.bench.model.notices().text().get())
                    .isEqualTo(rows().size() + " entries written to " + file() + ".");
        }
    }

    @Test
    void selectedLeasesAreWrittenWithAllTheirEvents() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            SessionLease first = take(recorded, "billing-sync");
            take(recorded, "report-nightly");
            select(recorded, first.id());
            lab.now(first.closeAsync());
            recorded.bench.beat();
            ExportModel export = export(recorded);
            assertThat(export.words(What.SELECTED))
                    .isEqualTo("What is selected: all events of 1 lease");
            export.what().set(What.SELECTED);
            export.write(file());
            assertThat(rows())
                    .isNotEmpty()
                    .allMatch(row -> row.contains("," + first.id() + ",billing-sync,"))
                    .anyMatch(row -> row.contains("lease.granted"))
                    .anyMatch(row -> row.contains("lease.released"));
        }
    }

    @Test
    void causesOfFailuresAreNamedAndCannotBeWritten() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            recorded.bench.model.details().topic().set(Topic.FAILURES);
            ExportModel export = export(recorded);
            assertThat(export.words(What.SHOWN)).isEqualTo("What is shown: causes of failures");
            assertThat(export.whyNot(What.SHOWN)).startsWith("A cause has many events");
        }
    }

    @Test
    void shownEventsAreThoseThatTheFilterLetThroughAtTheAsking() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            take(recorded, "billing-sync");
            recorded.bench.model.details().topic().set(Topic.EVENTS);
            recorded.bench.beat();
            recorded.bench.model.events().filter().set("kind:lease.granted");
            ExportModel export = export(recorded);
            assertThat(export.what().get()).isEqualTo(What.SHOWN);
            take(recorded, "report-nightly");
            export.write(file());
            assertThat(rows()).singleElement().asString().contains("lease.granted");
        }
    }

    @Test
    void selectedSessionIsWrittenWithItsLeases() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            take(recorded, "billing-sync");
            recorded.bench.model.details().topic().set(Topic.SESSIONS);
            recorded.bench.beat();
            SessionsModel sessions = recorded.bench.model.sessions();
            sessions.selected().set(sessions.rows().stream().findFirst());
            ExportModel export = export(recorded);
            export.what().set(What.SELECTED);
            export.format().set(ExportFormat.JSON_LINES);
            export.write(file());
            assertThat(Files.readAllLines(file()))
                    .anyMatch(line -> line.contains("session.opened"))
                    .anyMatch(line -> line.contains("lease.granted"))
                    .allMatch(line -> line.contains("\"session\":1"));
        }
    }

    @Test
    void rowsThatArePickedAreWrittenAsLinesOnly() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            take(recorded, "billing-sync");
            recorded.bench.selectAll();
            ExportModel export = export(recorded);
            export.format().set(ExportFormat.RECORDING);
            export.what().set(What.SELECTED);
            assertThat(export.format().get()).isEqualTo(ExportFormat.CSV);
            assertThat(export.whyNot(ExportFormat.HTML)).isNotEmpty();
            assertThat(export.whyNot(ExportFormat.JSON_LINES)).isEmpty();
        }
    }

    @Test
    void cancelLeavesNothingBehind() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        Executor background =
                task -> threads.add(Thread.ofPlatform().name("in the background").start(task));
        Executor fx =
                task -> {
                    task.run();
                    if (Thread.currentThread().getName().equals("in the background")
                            && hasDraft()) {
                        writing.countDown();
                        hold(cancelled);
                    }
                };
        try (Recorded recorded = new Recorded(lab, folder, background, fx)) {
            for (int i = 0; i < 600; i++) {
                lab.now(lab.take("billing-sync").closeAsync());
            }
            ExportModel export = export(recorded);
            export.write(file());
            writing.await();
            export.cancel();
            cancelled.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(export.stage().get()).isEqualTo(Stage.OVER);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .allMatch(name -> name.startsWith("record"));
            }
        }
    }

    @Test
    void failureIsASentenceAndCanBeMended() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            take(recorded, "billing-sync");
            ExportModel export = export(recorded);
            export.write(folder.resolve("missing").resolve("out.csv"));
            assertThat(export.stage().get()).isEqualTo(Stage.ASKING);
            assertThat(export.failure().get()).contains("there is no folder");
            export.write(file());
            assertThat(export.failure().get()).isEmpty();
            assertThat(file()).exists();
        }
    }

    @Test
    void hiddenHostsAndUsersAreNotInTheFile() throws IOException {
        try (Recorded recorded = new Recorded(lab, folder)) {
            take(recorded, "billing-sync");
            ExportModel export = export(recorded);
            export.hidden().set(true);
            export.write(file());
            assertThat(Files.readString(file()))
                    .contains("\"\"user\"\":\"\"user-")
                    .doesNotContain("\"\"user\"\":\"\"" + System.getProperty("user.name") + "\"\"");
        }
    }

    @Test
    void withoutARecordThePermitSaysSo() {
        assertThat(new Bench(lab).model.permits().export().get())
                .isEqualTo("Nothing of demo is recorded.");
    }

    private boolean hasDraft() {
        String[] names = Objects.requireNonNull(folder.toFile().list());
        return Stream.of(names).anyMatch(name -> name.endsWith(".part"));
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExportModel export(Recorded recorded) {
        return new ExportModel(recorded.bench.model, (_, _, _, _) -> {});
    }

    private SessionLease take(Recorded recorded, String client) {
        SessionLease lease = lab.take(client);
        recorded.bench.beat();
        return lease;
    }

    private static void select(Recorded recorded, long lease) {
        LeasesModel leases = recorded.bench.model.leases();
        leases.selected().setAll(leases.row(lease).orElseThrow());
    }

    private Path file() {
        return folder.resolve("out.csv");
    }

    private List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(file());
        return lines.subList(1, lines.size());
    }
}
