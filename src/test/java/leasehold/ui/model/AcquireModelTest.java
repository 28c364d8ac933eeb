package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import leasehold.monitor.LeaseRecord;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcquireModelTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    void acquiresAsManyAsAskedUnderTheirNameAndPurpose() {
        Bench bench = new Bench(lab);
        AcquireModel model = new AcquireModel(bench.model);
        model.client().set(" night-shift ");
        model.purpose().set("stock count");
        model.expiry().set("10m");
        model.count().set(3);
        model.acquire();
        bench.beat();
        assertThat(bench.model.leases().rows())
                .hasSize(3)
                .extracting(LeaseRow::lease)
                .allSatisfy(AcquireModelTest::isOfTheNightShift);
        assertThat(bench.model.mine().get()).isEqualTo(3);
        lab.advance(Duration.ofMinutes(10));
        bench.beat();
        assertThat(bench.model.mine().get()).isZero();
    }

    @Test
    void leasesTakenUnderAnotherNameAreMineToo() {
        Bench bench = new Bench(lab);
        lab.take("billing-sync");
        AcquireModel model = new AcquireModel(bench.model);
        model.client().set("night-shift");
        model.acquire();
        bench.beat();
        bench.model.leases().mineOnly().set(true);
        assertThat(bench.model.leases().rows())
                .extracting(row -> row.lease().client())
                .containsExactly("night-shift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "30s", "10 m", "2h", "8760h"})
    void timesAreTaken(String expiry) {
        assertThat(wrong(expiry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "10", "m", "1d", "8761h", "999999999999s"})
    void whatIsNoTimeIsSaidToBeWrong(String expiry) {
        assertThat(wrong(expiry)).startsWith("A time such as 30s");
    }

    private String wrong(String expiry) {
        AcquireModel model = new AcquireModel(new Bench(lab).model);
        model.expiry().set(expiry);
        return model.wrong().get();
    }

    private static void isOfTheNightShift(LeaseRecord lease) {
        assertThat(lease.client()).isEqualTo("night-shift");
        assertThat(lease.purpose()).isEqualTo("stock count");
        assertThat(lease.expiresAt()).isPresent();
    }
}
