package leasehold.backend.ambient;

import java.util.Map;
import leasehold.backend.ConformanceSubject;
import leasehold.backend.SessionBackendConformance;

class AmbientConformanceTest extends SessionBackendConformance {

    @Override
    protected ConformanceSubject subject() {
        return () -> new AmbientBackendProvider().create(Map.of());
    }
}
