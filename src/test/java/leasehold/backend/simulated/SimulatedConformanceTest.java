package leasehold.backend.simulated;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import leasehold.backend.ConformanceSubject;
import leasehold.backend.FailureCategory;
import leasehold.backend.SessionBackend;
import leasehold.backend.SessionBackendConformance;

class SimulatedConformanceTest extends SessionBackendConformance {

    private static final SimulatedFaults NONE = SimulatedFaults.none();

    @Override
    protected ConformanceSubject subject() {
        SimulatedBackend backend = new SimulatedBackend(NONE, 1);
        return new ConformanceSubject() {
            @Override
            public SessionBackend backend() {
                return backend;
            }

            @Override
            public Optional<SessionBackend> refused() {
                return server(NONE.withOpenFailure(FailureCategory.CREDENTIALS, 1));
            }

            @Override
            public Optional<SessionBackend> stalled() {
                return server(NONE.withOpenTakes(Latency.fixed(Duration.ofHours(1))));
            }

            @Override
            public OptionalInt held() {
                return OptionalInt.of(backend.seatsTaken());
            }
        };
    }

    private static Optional<SessionBackend> server(SimulatedFaults faults) {
        return Optional.of(new SimulatedBackend(faults, 1));
    }
}
