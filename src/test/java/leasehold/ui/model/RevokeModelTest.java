package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import leasehold.session.Lab;
import leasehold.session.SessionLease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RevokeModelTest {

    @RegisterExtension final Lab lab = new Lab();

    private Bench bench;
    private SessionLease first;

    @BeforeEach
    void setUp() {
        bench = new Bench(lab);
        first = lab.take("billing-sync");
        lab.take("report-nightly");
        bench.beat();
        bench.selectAll();
    }

    @Test
    void moreThanOneLeaseWantsAReason() {
        RevokeModel model = model();
        assertThat(model.grounds().title().get()).isEqualTo("Reason (required)");
        assertThat(model.grounds().lacking().get()).contains("say why");
        model.grounds().reason().set("  ");
        assertThat(model.grounds().lacking().get()).isNotEmpty();
        model.grounds().reason().set("stuck");
        assertThat(model.grounds().lacking().get()).isEmpty();
    }

    @Test
    void oneLeaseNeedsNone() {
        bench.model.leases().selected().remove(0);
        assertThat(model().grounds().lacking().get()).isEmpty();
    }

    @Test
    void effectIsSaidAsThingsStand() {
        var effect = model().effect();
        assertThat(effect.get())
                .isEqualTo("These are the last leases of #1: the session will close.");
        lab.take("order-import");
        bench.beat();
        assertThat(effect.get()).startsWith("Session #1 stays open: 1 other lease holds it.");
    }

    @Test
    void leaseThatHadEndedBeforeIsNamedWithHow() {
        RevokeModel model = model();
        first.closeAsync();
        assertThat(model.revoke())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.client()).isEqualTo("billing-sync");
                            assertThat(line.last()).isEqualTo("Released");
                        });
        assertThat(model.result(1))
                .isEqualTo("1 of 2 leases were revoked; this one had ended before.");
    }

    @Test
    void actMeetsTheLeasesOfTheQuestionAndNoOthers() {
        RevokeModel model = model();
        SessionLease later = lab.take("order-import");
        bench.beat();
        bench.selectAll();
        model.grounds().reason().set("stuck");
        assertThat(model.revoke()).isEmpty();
        assertThat(first.isActive()).isFalse();
        assertThat(later.isActive()).isTrue();
    }

    private RevokeModel model() {
        return new RevokeModel(bench.model, bench.model.leases().selectedLiving());
    }
}
