package leasehold.ui.events;

import leasehold.ui.model.EventsModel;
import leasehold.ui.model.Texts;

/** Says how many events are shown, of how many, and how far the filter is. */
final class EventCount {

    private EventCount() {}

    static String of(EventsModel model, Texts texts) {
        int shown = model.total().get();
        int all = model.all().get();
        int searched = model.searched().get();
        if (!model.filtered()) {
            return texts.get("events.count", all);
        }
        return searched < 100
                ? texts.get("events.countSoFar", shown, all, searched)
                : texts.get("events.countOf", shown, all);
    }
}
