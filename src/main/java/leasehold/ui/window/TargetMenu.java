package leasehold.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.DisconnectModel;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.Standing;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.TargetsModel;
import leasehold.ui.model.Texts;

/** The choice of a target. Its button says how bad it stands with those that are not in front. */
final class TargetMenu {

    private final MenuButton menu;
    private final Label name;
    private final StateMark others;
    private final TargetsModel targets;
    private final Prompts prompts;
    private final Tooltip tooltip = new Tooltip();
    private Subscription standings = Subscription.EMPTY;

    private TargetMenu(
            MenuButton menu, Label name, StateMark others, TargetsModel targets, Prompts prompts) {
        this.menu = menu;
        this.name = name;
        this.others = others;
        this.targets = targets;
        this.prompts = prompts;
        menu.setTooltip(tooltip);
    }

    /**
     * Has a menu list the targets, as they come and go.
     *
     * @param name of the target in front, on the menu's button
     * @param others how those that are not in front stand, on the menu's button
     */
    static Subscription bind(
            MenuButton menu, Label name, StateMark others, TargetsModel targets, Prompts prompts) {
        TargetMenu bound = new TargetMenu(menu, name, others, targets, prompts);
        bound.list();
        return Subscription.combine(
                targets.all().subscribe(bound::list),
                targets.current().subscribe(_ -> bound.list()),
                () -> bound.standings.unsubscribe());
    }

    private void list() {
        standings.unsubscribe();
        ToggleGroup inFront = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        List<Subscription> heard = new ArrayList<>();
        for (TargetModel target : targets.all()) {
            TargetRow row = new TargetRow(target);
            row.setToggleGroup(inFront);
            row.setSelected(target == targets.current().get());
            row.setOnAction(_ -> targets.current().set(target));
            items.add(row);
            heard.add(target.standing().subscribe(row::show));
            heard.add(target.standing().subscribe(_ -> sayOthers()));
        }
        items.add(new SeparatorMenuItem());
        items.add(connect());
        items.add(open());
        items.add(disconnect(targets.current().get()));
        menu.getItems().setAll(items);
        standings = Subscription.combine(heard.toArray(Subscription[]::new));
    }

    private MenuItem connect() {
        MenuItem item = aligned(texts().get("window.connect"));
        item.setId("connect");
        item.setOnAction(_ -> prompts.connect());
        return item;
    }

    private MenuItem open() {
        MenuItem item = aligned(texts().get("window.open"));
        item.setId("open-recording");
        item.setAccelerator(Keys.OPEN.combinations().getFirst());
        item.setOnAction(_ -> prompts.open());
        return item;
    }

    private MenuItem disconnect(TargetModel target) {
        boolean more = targets.more();
        MenuItem item = aligned(texts().get(leaving(target), target.label()));
        item.setId("disconnect");
        item.setDisable(!more);
        item.setOnAction(_ -> prompts.disconnect(new DisconnectModel(target, targets)));
        return item;
    }

    private String leaving(TargetModel target) {
        if (!targets.more()) {
            return "window.disconnect.only";
        }
        return target.recording().isPresent() ? "window.closeRecording" : "window.disconnect";
    }

    /** The text stands where the targets' names do, which are graphics, too. */
    private static MenuItem aligned(String text) {
        return new MenuItem("", new Label(text));
    }

    private void sayOthers() {
        TargetModel current = targets.current().get();
        name.setText(current.label());
        Optional<TargetModel> worst = targets.worstOfOthers();
        Nodes.show(others, worst.isPresent());
        String spoken = texts().get("window.target", current.label());
        if (worst.isPresent()) {
            int count = targets.all().size() - 1;
            Standing standing = worst.get().standing().get();
            others.show(standing.look().icon(), standing.look().tone(), "+" + count);
            String label = worst.get().label();
            spoken += texts().get("window.target.others", count, label, standing.word());
        }
        tooltip.setText(spoken);
        menu.setAccessibleText(spoken);
    }

    private Texts texts() {
        return targets.current().get().words().texts();
    }
}
