package leasehold.backend;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance kit: extend it for a backend and say how it is brought into each situation. A
 * check of the kit is a test of its own; those whose situation the backend does not know are
 * skipped.
 */
public abstract class SessionBackendConformance {

    /** Returns the backend to be checked; asked once for each check. */
    protected abstract ConformanceSubject subject();

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return Arrays.stream(ConformanceCheck.values())
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> check.run(subject())));
    }
}
