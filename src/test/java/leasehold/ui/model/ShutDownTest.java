package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stays of a target whose controller has shut down. */
class ShutDownTest {

    private static final String ENDED = "The controller of demo has shut down.";

    @RegisterExtension final Lab lab = new Lab();

    @Test
    void rowsStayAndSayAsOfWhen() {
        Bench bench = new Bench(lab);
        lab.take("billing-sync");
        bench.beat();
        assertThat(Freshness.of(bench.model).text()).isEqualTo("Live");
        shutDown(bench);
        String at =
                bench.model.words().formats().clock(bench.model.card().ended().get().orElseThrow());
        assertThat(Freshness.of(bench.model).text()).isEqualTo("As of " + at);
        assertThat(bench.model.card().text().get().spoken()).startsWith("Shut down at " + at);
        assertThat(bench.model.sessions().rows()).hasSize(1);
    }

    @Test
    void nothingCanBeDoneAnyMoreAndItIsSaidWhy() {
        Bench bench = new Bench(lab);
        Permits permits = bench.model.permits();
        assertThat(permits.any().get()).isEmpty();
        shutDown(bench);
        assertThat(permits.any().get()).isEqualTo(ENDED);
        assertThat(permits.close().get()).isEqualTo(ENDED);
        bench.model.acts().acquire();
        bench.beat();
        assertThat(bench.model.notices().text().get()).isEqualTo(ENDED);
    }

    @Test
    void pauseStandsStillThoughTheControllerEnds() {
        Bench bench = new Bench(lab);
        bench.model.pause().on().set(true);
        shutDown(bench);
        assertThat(Freshness.of(bench.model).text()).isEqualTo("Paused");
        bench.model.pause().on().set(false);
        assertThat(Freshness.of(bench.model).text()).startsWith("As of ");
    }

    @Test
    void listOfTargetsSaysThatItIsShutDown() {
        Bench bench = new Bench(lab);
        assertThat(bench.model.standing().get().word()).isEqualTo("Closed");
        shutDown(bench);
        assertThat(bench.model.standing().get().word()).isEqualTo("Shut down");
    }

    @Test
    void pauseIsOfferedOnlyToEndOneFromBefore() {
        Bench bench = new Bench(lab);
        bench.model.pause().on().set(true);
        shutDown(bench);
        Permits permits = bench.model.permits();
        assertThat(permits.pause().get()).isEmpty();
        bench.model.pause().on().set(false);
        assertThat(permits.pause().get()).startsWith("Everything stands still anyway, as of ");
    }

    private void shutDown(Bench bench) {
        bench.model.shutdown(Duration.ZERO);
        bench.beat();
    }
}
