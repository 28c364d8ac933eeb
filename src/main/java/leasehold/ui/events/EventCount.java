package leasehold.ui.events;

import leasehold.ui.model.EventsModel;
import leasehold.ui.model.Texts;

/** Says how many events are shown, of how many, and whether there were more. */
final class EventCount {

    private EventCount() {}

    static String of(EventsModel model, Texts texts) {
        int shown = model.rows().size();
        int all = model.all();
        if (model.dropped() == 0) {
            return model.filtered()
                    ? texts.get("events.countOf", shown, all)
                    : texts.get("events.count", all);
        }
        return model.filtered()
                ? texts.get("events.countOfNewest", shown, all)
                : texts.get("events.countNewest", all, model.dropped() + all);
    }
}
