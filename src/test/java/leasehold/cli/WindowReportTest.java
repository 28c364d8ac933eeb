package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.ExportFormat;
import leasehold.history.HistoryStore;
import leasehold.monitor.Target;
import leasehold.monitor.report.HtmlReport;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.ui.fx.Rooms;
import leasehold.ui.model.ExportModel;
import leasehold.ui.model.Formats;
import leasehold.ui.model.RecordModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the command line is that of the window. */
class WindowReportTest {

    @TempDir Path folder;

    private Path record;

    /** Another controller is recorded in the same file: neither report is of that. */
    @BeforeEach
    void setUp() throws Exception {
        record = folder.resolve("record.sqlite");
        try (HistoryStore store = HistoryStore.open(record);
                ServerSessionController other = controller("orders")) {
            store.record(other);
            try (SessionLease _ = other.openSession(LeaseRequest.of("warehouse"))) {
                assertThat(other.snapshot().ledger().held()).isEqualTo(1);
            }
        }
    }

    @Test
    void simulationIsReportedAsByTheWindow() throws Exception {
        Path told = folder.resolve("told.html");
        Said said =
                Said.by(
                        "simulate",
                        "--clients=3",
                        "--holdTime=0s",
                        "--thinkTime=0s",
                        "--apart=0s",
                        "--leases=30",
                        "--openTakes=0s",
                        "--closeTakes=0s",
                        "--record=" + record,
                        "--report=" + told);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(lines(told))
                .anyMatch(line -> line.contains("1 session was opened for 30 leases"))
                .noneMatch(line -> line.contains("warehouse"))
                .isEqualTo(lines(byTheWindow("simulation")));
    }

    @Test
    void recordIsReportedAsByTheWindow() throws Exception {
        Path told = folder.resolve("told.html");
        Said said =
                Said.by("report", "--controller=orders", "--record=" + record, "--html=" + told);
        assertThat(said.code()).isZero();
        assertThat(lines(told))
                .anyMatch(line -> line.contains("warehouse"))
                .isEqualTo(lines(byTheWindow("orders")));
    }

    /** Exports all of a target of this name, which is not recorded itself. */
    private Path byTheWindow(String name) throws IOException {
        Path file = folder.resolve("window.html");
        Texts texts = new Texts(Rooms.texts());
        Words words = new Words(texts, new Formats(Clock.systemDefaultZone()));
        try (HistoryStore store = HistoryStore.open(record);
                ServerSessionController controller = controller(name)) {
            RecordModel past =
                    new RecordModel(
                            CompletableFuture.completedFuture(store),
                            CompletableFuture.completedFuture(store),
                            texts,
                            Runnable::run,
                            Runnable::run);
            TargetModel target =
                    new TargetModel(
                            new Target(name, Target.Kind.TEST, controller, "m.ivanova"),
                            Duration.ZERO,
                            Optional.empty(),
                            Optional.of(past),
                            words,
                            Runnable::run);
            ExportModel export = new ExportModel(target, new HtmlReport(Clock.systemDefaultZone()));
            export.format().set(ExportFormat.HTML);
            export.write(file);
            assertThat(export.failure().get()).isEmpty();
        }
        return file;
    }

    private static ServerSessionController controller(String name) {
        return ServerSessionController.over(
                        SessionBackendProvider.named("simulated")
                                .create(Map.of("openTakes", "0ms", "closeTakes", "0ms")))
                .name(name)
                .build();
    }

    /** Returns what a report says, save when it was made. */
    private static List<String> lines(Path report) throws IOException {
        return Files.readString(report).replaceAll("Made at [^<]*<", "Made<").lines().toList();
    }
}
