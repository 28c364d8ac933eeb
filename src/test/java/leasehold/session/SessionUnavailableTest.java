package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.function.UnaryOperator;
import leasehold.backend.BackendException;
import leasehold.backend.FailureCategory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What says that a session could not be had. */
class SessionUnavailableTest {

    @Test
    @DisplayName("rule 1: written and read again, the exception still says why")
    void survivesSerialisation() throws Exception {
        Failure failure =
                Failure.of(
                        new BackendException(FailureCategory.QUOTA, "no seat"),
                        UnaryOperator.identity());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new SessionUnavailableException(failure));
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((SessionUnavailableException) in.readObject()).failure())
                    .isEqualTo(failure);
        }
    }
}
