package leasehold.ui.window;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Subscription;
import leasehold.ui.fx.Reason;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.Freshness;
import leasehold.ui.model.TargetModel;

/** Says how new what a page shows is; what has ended before the eyes is grey. */
final class Liveness {

    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");

    private Liveness() {}

    /**
     * Has a mark say it, and a page look so, until that is taken back.
     *
     * @param strip the simulated clients, which can do no more than the operator
     */
    static Subscription bind(StateMark mark, Node page, Reason strip, TargetModel target) {
        boolean past = target.recording().isPresent();
        Runnable say =
                () -> {
                    Freshness now = Freshness.of(target);
                    mark.show(now.look().icon(), now.look().tone(), now.text());
                };
        return Subscription.combine(
                target.pause().on().subscribe(_ -> say.run()),
                target.card().ended().subscribe(_ -> say.run()),
                target.permits().any().subscribe(strip::refuse),
                target.card()
                        .ended()
                        .subscribe(
                                at ->
                                        page.pseudoClassStateChanged(
                                                ENDED, at.isPresent() && !past)));
    }
}
