package leasehold.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import leasehold.backend.SessionBackend;
import leasehold.backend.simulated.SimulatedBackend;
import leasehold.backend.simulated.SimulatedBackendProvider;
import leasehold.monitor.Target;
import leasehold.session.CaptureLevel;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionPolicy;
import leasehold.simulation.Simulator;
import leasehold.ui.model.Connector.Wish;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Words;

/** Makes targets: a controller over a backend, watched, with simulated clients where allowed. */
final class Targets {

    private static final String DEMO = "Demo server";

    private final Words words;
    private final Executor fx;
    private final String operator;

    Targets(Words words, Executor fx, String operator) {
        this.words = words;
        this.fx = fx;
        this.operator = operator;
    }

    /** Returns the target that needs no server. */
    TargetModel demo() {
        SessionBackend backend = new SimulatedBackendProvider().create(Map.of());
        return of(DEMO, Target.Kind.TEST, false, backend);
    }

    /** Returns the target that was wished for. */
    TargetModel of(Wish wish, SessionBackend backend) {
        return of(wish.name(), wish.purpose(), wish.readOnly(), backend);
    }

    /** Returns a target over a backend. */
    TargetModel of(String name, Target.Kind kind, boolean readOnly, SessionBackend backend) {
        SessionPolicy policy = Target.policy();
        ServerSessionController controller =
                ServerSessionController.over(backend)
                        .name(name)
                        .policy(policy)
                        .capture(CaptureLevel.SITE)
                        .foreign("javafx.", "com.sun.")
                        .build();
        Target target = new Target(name, kind, controller, operator, readOnly);
        Optional<SimulatorModel> simulator =
                readOnly ? Optional.empty() : simulator(kind, controller, backend);
        return new TargetModel(target, policy.overdueAfter(), simulator, words, fx);
    }

    /** No simulation against production. */
    private static Optional<SimulatorModel> simulator(
            Target.Kind kind, ServerSessionController controller, SessionBackend backend) {
        return switch (kind) {
            case TEST ->
                    Optional.of(
                            new SimulatorModel(
                                    new Simulator(
                                            controller, SimulatedBackendProvider.faultsOf(backend)),
                                    backend instanceof SimulatedBackend));
            case PRODUCTION -> Optional.empty();
        };
    }
}
