package leasehold.ui.model;

import static leasehold.ui.model.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import leasehold.monitor.LeaseRecord;
import leasehold.monitor.LeaseState;
import org.junit.jupiter.api.Test;

class LeasesModelTest {

    private final LeasesModel model = new LeasesModel(lease -> lease.client().equals("operator"));
    private boolean held;

    @Test
    void rowOfALeaseStaysTheSameWhileItsRecordChanges() {
        LeaseRecord lease = held(7, "billing-sync");
        alive(lease);
        LeaseRow row = model.row(7).orElseThrow();
        alive(Facts.overdue(lease));
        assertThat(model.rows()).containsExactly(row);
        assertThat(row.lease().overdue()).isTrue();
    }

    @Test
    void leaseThatEndsInViewStaysForAMomentAndDoesNotCount() {
        see(model.rows());
        LeaseRecord lease = held(7, "billing-sync");
        alive(lease);
        model.apply(List.of(), List.of(Facts.ended(lease, LeaseState.REVOKED, NOON)), NOON);
        assertThat(model.rows()).singleElement().matches(LeaseRow::ghost);
        assertThat(model.living().get()).isZero();
        model.apply(List.of(), List.of(), NOON.plusMillis(4_999));
        assertThat(model.rows()).hasSize(1);
        model.apply(List.of(), List.of(), NOON.plusSeconds(5));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void neverMoreThanTwoHundredGhosts() {
        see(model.rows());
        herdComesAndGoes();
        assertThat(model.rows()).hasSize(200);
        assertThat(model.row(100)).isEmpty();
        assertThat(model.row(101)).isPresent();
    }

    @Test
    void leaseThatEndsWhileNobodyLooksIsGoneAtOnce() {
        LeaseRecord seen = held(1, "billing-sync");
        LeaseRecord chosen = held(2, "billing-sync");
        LeaseRecord other = held(3, "billing-sync");
        alive(seen, chosen, other);
        see(List.of(model.row(1).orElseThrow()));
        model.selected().setAll(model.row(2).orElseThrow());
        end(seen, chosen, other);
        assertThat(model.rows()).extracting(LeaseRow::id).containsExactly(1L, 2L);
        assertThat(model.row(3)).isEmpty();
    }

    @Test
    void underTheHandNoGhostLeavesItsPlace() {
        LeaseRecord seen = held(1, "billing-sync");
        LeaseRecord other = held(2, "billing-sync");
        alive(seen, other);
        see(List.of(model.row(1).orElseThrow()));
        held = true;
        end(seen, other);
        model.apply(List.of(), List.of(), NOON.plusSeconds(60));
        assertThat(model.rows()).hasSize(2).allMatch(LeaseRow::ghost);
        held = false;
        model.apply(List.of(), List.of(), NOON.plusSeconds(60));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void alsoUnderTheHandNeverMoreThanTwoHundredGhostsAndThoseInViewStay() {
        LeaseRecord first = held(1_000, "billing-sync");
        alive(first);
        see(List.of(model.row(1_000).orElseThrow()));
        List<LeaseRecord> herd = herd();
        model.apply(herd, List.of(), NOON);
        held = true;
        end(first);
        end(herd.toArray(LeaseRecord[]::new));
        assertThat(model.rows()).hasSize(200);
        assertThat(model.rows().getFirst().id()).isEqualTo(1_000);
    }

    @Test
    void nothingCanBeDoneToWhatHasEnded() {
        LeaseRecord ended = held(1, "billing-sync");
        LeaseRecord other = held(2, "billing-sync");
        alive(ended, other);
        assertThat(model.selectedOver()).as("nothing is selected").isFalse();
        model.selected().setAll(model.row(1).orElseThrow());
        end(ended);
        assertThat(model.selectedOver()).isTrue();
        assertThat(model.selectedLiving()).isEmpty();
        model.selected().add(model.row(2).orElseThrow());
        assertThat(model.selectedOver()).isFalse();
        assertThat(model.selectedLiving()).extracting(LeaseRecord::id).containsExactly(2L);
    }

    @Test
    void filterFindsWordsAndClients() {
        alive(held(1, "billing-sync"), held(2, "report-nightly"));
        model.filter().set("client:bill*");
        assertThat(model.rows()).extracting(LeaseRow::id).containsExactly(1L);
        model.filter().set("ordersync nightly");
        assertThat(model.rows()).extracting(LeaseRow::id).containsExactly(2L);
        model.filter().set("client:nightly");
        assertThat(model.rows()).isEmpty();
        assertThat(model.living().get()).isEqualTo(2);
        model.clearFilter();
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void overdueFilterLetsInALeaseThatTurnsOverdue() {
        LeaseRecord lease = held(1, "billing-sync");
        alive(lease);
        model.overdueOnly().set(true);
        assertThat(model.rows()).isEmpty();
        alive(Facts.overdue(lease));
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void mineAreThoseOfTheOperator() {
        alive(held(1, "billing-sync"), held(2, "operator"));
        model.mineOnly().set(true);
        assertThat(model.rows()).extracting(LeaseRow::id).containsExactly(2L);
    }

    @Test
    void everyChangeOfTheRowsIsFramed() {
        List<Integer> sizes = new ArrayList<>();
        model.live()
                .shownBy(
                        () -> false,
                        () -> true,
                        Set::of,
                        change -> {
                            sizes.add(model.rows().size());
                            change.run();
                            sizes.add(model.rows().size());
                        });
        alive(held(1, "billing-sync"), held(2, "operator"));
        assertThat(sizes).containsExactly(0, 2);
    }

    @Test
    void heldLongestComesFirstAndThenTheSmallerId() {
        LeaseRecord young = Facts.held(1, "a", Duration.ofSeconds(1));
        LeaseRecord old = Facts.held(9, "b", Duration.ofSeconds(2));
        LeaseRecord twin = Facts.held(8, "c", Duration.ofSeconds(2));
        assertThat(List.of(young, old, twin).stream().sorted(LeaseRow.HELD_LONGEST))
                .containsExactly(twin, old, young);
    }

    private void alive(LeaseRecord... leases) {
        model.apply(List.of(leases), List.of(), NOON);
    }

    private static LeaseRecord held(long id, String client) {
        return Facts.held(id, client, Duration.ofSeconds(id));
    }

    private void see(Collection<LeaseRow> inView) {
        model.live().shownBy(() -> held, () -> true, () -> new HashSet<>(inView), Runnable::run);
    }

    private void end(LeaseRecord... leases) {
        List<LeaseRecord> ended =
                Stream.of(leases).map(l -> Facts.ended(l, LeaseState.RELEASED, NOON)).toList();
        model.apply(List.of(), ended, NOON);
    }

    private void herdComesAndGoes() {
        List<LeaseRecord> herd = herd();
        model.apply(herd, List.of(), NOON);
        end(herd.toArray(LeaseRecord[]::new));
    }

    private static List<LeaseRecord> herd() {
        return LongStream.rangeClosed(1, 300).mapToObj(id -> held(id, "herd")).toList();
    }
}
