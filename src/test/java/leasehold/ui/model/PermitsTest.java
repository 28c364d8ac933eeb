package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PermitsTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    void releaseWantsALeaseThatWasTakenHere() {
        Bench bench = new Bench(lab);
        lab.take("billing-sync");
        bench.beat();
        Permits permits = bench.model.permits();
        assertThat(permits.release().get()).isEqualTo("No lease that was taken here is held.");
        bench.model.acts().acquire();
        bench.beat();
        assertThat(permits.release().get()).isEmpty();
        bench.model.acts().release();
        bench.beat();
        assertThat(permits.release().get()).isNotEmpty();
    }

    @Test
    void revokeWantsASelectedLeaseThatLives() {
        Bench bench = new Bench(lab);
        lab.take("billing-sync");
        bench.beat();
        Permits permits = bench.model.permits();
        assertThat(permits.revoke().get()).isEqualTo("Select the leases to revoke.");
        bench.selectAll();
        assertThat(permits.revoke().get()).isEmpty();
        List<Long> ids = bench.model.leases().rows().stream().map(LeaseRow::id).toList();
        bench.model.target().acts().revoke(ids, "");
        bench.beat();
        assertThat(permits.revoke().get()).isEqualTo("The selected lease has ended.");
    }

    @Test
    void closeWantsASession() {
        Bench bench = new Bench(lab);
        Permits permits = bench.model.permits();
        assertThat(permits.close().get()).isEqualTo("There is no session to close.");
        lab.take("billing-sync");
        bench.beat();
        assertThat(permits.close().get()).isEmpty();
    }
}
