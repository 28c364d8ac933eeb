package leasehold.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leasehold.session.SessionEvent;

/** What stands in place of items that cannot be made into rows. */
final class Holes {

    private Holes() {}

    /**
     * Returns what is missing: of events that follow each other one gap, for each recording. What
     * controllers said of themselves is left out; the gaps have them asked again.
     */
    static List<Item> instead(List<Item> items, Instant now) {
        List<Item> left = new ArrayList<>();
        Map<Course, Item.Hole> holes = new HashMap<>();
        for (Item item : items) {
            if (item instanceof Item.Told(Course course, SessionEvent event)) {
                Item.Hole hole = holes.get(course);
                if (hole == null) {
                    hole = new Item.Hole(course, event.number(), now, Entry.Missed.Why.FAULT);
                    holes.put(course, hole);
                    left.add(hole);
                }
                hole.growTo(event.number());
            } else if (!(item instanceof Item.Looked)) {
                holes.remove(item.course());
                left.add(item);
            }
        }
        return left;
    }
}
