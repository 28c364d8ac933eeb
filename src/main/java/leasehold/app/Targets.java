package leasehold.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import leasehold.backend.SessionBackend;
import leasehold.backend.simulated.SimulatedBackend;
import leasehold.backend.simulated.SimulatedBackendProvider;
import leasehold.monitor.Target;
import leasehold.session.CaptureLevel;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionPolicy;
import leasehold.simulation.Simulator;
import leasehold.ui.model.Connector.Wish;
import leasehold.ui.model.RecordModel;
import leasehold.ui.model.ReplayModel;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Words;

/** Makes targets: a controller over a backend, watched, with simulated clients where allowed. */
final class Targets {

    private static final String DEMO = "Demo server";

    /** Short enough for a leak to be seen in the first minute, longer than a calm client holds. */
    static final Duration OVERDUE_IN_DEMO = Duration.ofSeconds(45);

    private final Words words;
    private final Executor fx;
    private final String operator;
    private final Function<? super ServerSessionController, Optional<RecordModel>> records;

    /** Makes targets that are not recorded. */
    Targets(Words words, Executor fx, String operator) {
        this(words, fx, operator, _ -> Optional.empty());
    }

    /**
     * Makes targets.
     *
     * @param records has a controller recorded
     */
    Targets(
            Words words,
            Executor fx,
            String operator,
            Function<? super ServerSessionController, Optional<RecordModel>> records) {
        this.records = records;
        this.words = words;
        this.fx = fx;
        this.operator = operator;
    }

    /** Returns the target that needs no server. */
    TargetModel demo() {
        return demo(Map.of(), OVERDUE_IN_DEMO);
    }

    /** Returns the target that needs no server, set up otherwise. */
    TargetModel demo(Map<String, String> settings, Duration overdueAfter) {
        SessionBackend backend = new SimulatedBackendProvider().create(settings);
        return of(DEMO, Target.Kind.TEST, false, backend, overdueAfter);
    }

    /** Returns the target that was wished for. */
    TargetModel of(Wish wish, SessionBackend backend) {
        return of(wish.name(), wish.purpose(), wish.readOnly(), backend);
    }

    /** Returns a target over a backend. */
    TargetModel of(String name, Target.Kind kind, boolean readOnly, SessionBackend backend) {
        return of(name, kind, readOnly, backend, SessionPolicy.defaults().overdueAfter());
    }

    private TargetModel of(
            String name,
            Target.Kind kind,
            boolean readOnly,
            SessionBackend backend,
            Duration overdueAfter) {
        SessionPolicy policy = Target.policy().overdueAfter(overdueAfter).build();
        ServerSessionController controller =
                ServerSessionController.over(backend)
                        .name(name)
                        .policy(policy)
                        .capture(CaptureLevel.STACK)
                        .foreign("javafx.", "com.sun.")
                        .build();
        Target target = new Target(name, kind, controller, operator, readOnly);
        Optional<SimulatorModel> simulator =
                readOnly ? Optional.empty() : simulator(kind, controller, backend);
        return new TargetModel(
                target, policy.overdueAfter(), simulator, records.apply(controller), words, fx);
    }

    /** No simulation against production. */
    private Optional<SimulatorModel> simulator(
            Target.Kind kind, ServerSessionController controller, SessionBackend backend) {
        return switch (kind) {
            case TEST ->
                    Optional.of(
                            new SimulatorModel(
                                    new Simulator(
                                            controller, SimulatedBackendProvider.faultsOf(backend)),
                                    backend instanceof SimulatedBackend,
                                    new ReplayModel(Thread::startVirtualThread, fx)));
            case PRODUCTION, RECORDING -> Optional.empty();
        };
    }
}
