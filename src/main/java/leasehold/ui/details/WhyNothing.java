package leasehold.ui.details;

import javafx.scene.control.Label;
import javafx.util.Subscription;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.TargetModel;

/** Says why the pane is empty: nothing is selected, or more than one. */
final class WhyNothing {

    private WhyNothing() {}

    /** Has a label say it, until that is taken back. */
    static Subscription bind(Label label, TargetModel target) {
        Runnable say = () -> label.setText(text(target));
        return Subscription.combine(
                target.leases().selected().subscribe(say),
                target.events().selected().subscribe(say),
                target.details().topic().subscribe(_ -> say.run()));
    }

    private static String text(TargetModel target) {
        Topic topic = target.details().topic().get();
        int selected =
                switch (topic) {
                    case LEASES -> target.leases().selected().size();
                    case EVENTS -> target.events().selected().size();
                    case SESSIONS, FAILURES -> 0;
                };
        String several = topic == Topic.LEASES ? "details.several" : "details.severalEvents";
        return target.words().texts().get(selected > 1 ? several : "details.empty", selected);
    }
}
