package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import leasehold.session.Lab;
import leasehold.session.SessionLease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CloseModelTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    void holdersAreCountedWhateverTheFilterAndAsThingsStand() {
        Bench bench = new Bench(lab);
        SessionLease first = lab.take("billing-sync");
        lab.take("billing-sync");
        lab.take("report-nightly");
        bench.beat();
        bench.model.leases().filter().set("nothing like it");
        var held = new CloseModel(bench.model, false).held();
        assertThat(held.get()).isEqualTo("3 leases are held, by 2 clients.");
        first.closeAsync();
        bench.beat();
        assertThat(held.get()).isEqualTo("2 leases are held, by 2 clients.");
    }

    @Test
    void reasonIsRequiredWhereMoreThanOneLeaseIsHeld() {
        Bench bench = new Bench(lab);
        lab.take("billing-sync");
        bench.beat();
        Grounds grounds = new CloseModel(bench.model, true).grounds();
        assertThat(grounds.lacking().get()).isEmpty();
        lab.take("report-nightly");
        bench.beat();
        assertThat(grounds.lacking().get()).isNotEmpty();
        grounds.reason().set("update");
        assertThat(grounds.lacking().get()).isEmpty();
    }
}
