package leasehold.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leasehold.backend.FailureCategory;
import leasehold.monitor.Card;
import leasehold.monitor.CardState;
import leasehold.monitor.SessionRecord.State;
import leasehold.session.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TargetsModelTest {

    @RegisterExtension final Lab first = new Lab();
    @RegisterExtension final Lab second = new Lab();
    @RegisterExtension final Lab third = new Lab();

    @Test
    void failedOrLostIsWorstThenUnclosedThenBusyThenTheRest() {
        List<Standing> standings =
                Stream.of(
                                closed(0),
                                card(new CardState.Open(1, Facts.NOON, 1, 1, Optional.empty()), 0),
                                opening(0),
                                closed(1),
                                opening(1),
                                failed(0),
                                failed(1))
                        .map(card -> Standing.of(card, 0, 0, Facts.TEXTS))
                        .toList();
        assertThat(standings)
                .extracting(Standing::word)
                .containsExactly(
                        "Closed",
                        "Open",
                        "Opening",
                        "Unclosed",
                        "Unclosed",
                        "Open failed",
                        "Open failed");
        assertThat(standings).extracting(Standing::badness).containsExactly(0, 0, 1, 2, 2, 3, 3);
    }

    @Test
    void worstOfOthersLeavesOutTheTargetInFront() {
        Bench demo = new Bench(first, "demo");
        Bench orders = new Bench(second, "orders");
        Bench billing = new Bench(third, "billing");
        TargetsModel targets = new TargetsModel(demo.model);
        assertThat(targets.worstOfOthers()).isEmpty();
        targets.add(orders.model);
        targets.add(billing.model);
        second.backend.onOpenFail(FailureCategory.UNREACHABLE);
        second.ask("order-sync");
        third.take("billing-sync");
        orders.beat();
        billing.beat();
        assertThat(targets.worstOfOthers()).contains(orders.model);
        assertThat(orders.model.standing().get())
                .isEqualTo(new Standing(Look.of(State.OPEN_FAILED), "Open failed", "no leases", 1));
        targets.current().set(orders.model);
        assertThat(targets.worstOfOthers()).contains(demo.model);
        assertThat(billing.model.standing().get())
                .isEqualTo(new Standing(Look.OPEN, "Open", "1 lease", 0));
    }

    private static Card closed(int strays) {
        return card(new CardState.Closed(Facts.NOON, Optional.empty()), strays);
    }

    private static Card opening(int strays) {
        return card(
                new CardState.Opening(
                        1, Facts.NOON, 1, "a", 1, 5, Optional.empty(), Optional.empty()),
                strays);
    }

    private static Card failed(int strays) {
        return card(
                new CardState.OpenFailed(1, Facts.NOON, Facts.unreachable(), 1, Optional.empty()),
                strays);
    }

    private static Card card(CardState state, int strays) {
        return new Card(state, 0, 0, 0, 0, strays);
    }
}
