package leasehold.ui.window;

import javafx.scene.control.Label;
import javafx.util.Subscription;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;

/** The numbers on the tabs of a page: how much each has to show. */
record Badges(Label leases, Label sessions, Label events, Label failures) {

    /** Has them tell of a target, until that is taken back. */
    Subscription follow(TargetModel target) {
        return Subscription.combine(
                target.leases().living().subscribe(_ -> count(target)),
                target.status().counters().subscribe(_ -> count(target)),
                target.sessions().rows().subscribe(() -> count(target)),
                target.events().all().subscribe(_ -> count(target)),
                target.failures().unseen().subscribe(_ -> count(target)));
    }

    private void count(TargetModel target) {
        leases.setText(Formats.number(target.leases().living().get()));
        String more = target.sessions().more() ? "+" : "";
        sessions.setText(Formats.number(target.sessions().kept()) + more);
        events.setText(Formats.number(target.events().all().get()));
        int unseen = target.failures().unseen().get();
        failures.setText(
                unseen > 0
                        ? target.words().texts().get("failures.badge", unseen)
                        : Formats.number(target.failures().causes()));
        Nodes.mark(failures, "alert", unseen > 0);
    }
}
