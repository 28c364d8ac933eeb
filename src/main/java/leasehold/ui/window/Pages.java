package leasehold.ui.window;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;

/** The pages of the targets: each is made when its target first is in front, and goes with it. */
final class Pages {

    private final TargetsModel targets;
    private final Function<TargetModel, Room<?>> pageOf;
    private final Map<TargetModel, Room<?>> pages = new HashMap<>();

    private Pages(TargetsModel targets, Function<TargetModel, Room<?>> pageOf) {
        this.targets = targets;
        this.pageOf = pageOf;
    }

    /** Has a pane show the page of the target in front. */
    static Subscription bind(
            Pane host, TargetsModel targets, Function<TargetModel, Room<?>> pageOf) {
        Pages bound = new Pages(targets, pageOf);
        return Subscription.combine(
                targets.current().subscribe(target -> bound.show(host, target)),
                targets.all().subscribe(bound::sweep),
                bound::dispose);
    }

    private void show(Pane host, TargetModel target) {
        host.getChildren().setAll(pages.computeIfAbsent(target, pageOf).root());
    }

    private void sweep() {
        pages.forEach(
                (target, page) -> {
                    if (!targets.all().contains(target)) {
                        page.dispose();
                    }
                });
        pages.keySet().retainAll(targets.all());
    }

    private void dispose() {
        pages.values().forEach(Room::dispose);
        pages.clear();
    }
}
