package leasehold.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Moment;
import leasehold.ui.model.Details.Section;
import leasehold.ui.model.Link;

/**
 * The nodes of the side pane: names and values in two columns, then the sections. What is shown
 * again stays, and is given its new texts.
 */
final class Facts {

    private static final double NAMES = 96;
    private static final double TIMES = 80;

    private final Stacks stacks;
    private final Consumer<? super Link> follow;
    private final TwoColumns facts;
    private final List<Block> blocks = new ArrayList<>();

    /** A section, with its title. */
    private interface Block {

        /** Shows a section instead; tells whether it can. */
        boolean show(Section section);

        Node title();

        Node body();
    }

    /**
     * Makes nodes.
     *
     * @param follow goes where a link leads
     */
    Facts(Stacks stacks, Consumer<? super Link> follow) {
        this.stacks = stacks;
        this.follow = follow;
        facts = new TwoColumns(NAMES, follow);
    }

    /** Shows details in a list of nodes, and nothing else. */
    void show(Details details, ObservableList<Node> in) {
        facts.show(details.facts().stream().map(Facts::line).toList());
        List<Section> sections = details.sections();
        int kept = 0;
        while (kept < Math.min(blocks.size(), sections.size())
                && blocks.get(kept).show(sections.get(kept))) {
            kept++;
        }
        boolean same = kept == blocks.size() && kept == sections.size() && !in.isEmpty();
        if (!same) {
            blocks.subList(kept, blocks.size()).clear();
            sections.stream().skip(kept).map(this::block).forEach(blocks::add);
            in.setAll(nodes());
        }
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(facts);
        for (Block block : blocks) {
            nodes.add(block.title());
            nodes.add(block.body());
        }
        return nodes;
    }

    private Block block(Section section) {
        return switch (section) {
            case Details.Prose prose -> new Fixed(prose, title(prose), lines(prose.lines()));
            case Details.Code code -> new Fixed(code, title(code), stacks.of(code));
            case Details.Story story -> {
                Told told = new Told(title(story), new TwoColumns(TIMES, follow));
                told.show(story);
                yield told;
            }
        };
    }

    private static Node lines(List<String> lines) {
        VBox box = new VBox();
        box.getStyleClass().add("lines");
        for (String line : lines) {
            Label label = new Label(line);
            label.setWrapText(true);
            box.getChildren().add(label);
        }
        return box;
    }

    private static Label title(Section section) {
        Label label = new Label(section.title());
        label.getStyleClass().add("section");
        return label;
    }

    private static TwoColumns.Line line(Fact fact) {
        return new TwoColumns.Line(fact.name(), "", fact.value(), fact.hint(), fact.link());
    }

    private static TwoColumns.Line line(Moment moment) {
        return new TwoColumns.Line(
                moment.time(), moment.exact(), moment.what(), "", Optional.empty());
    }

    /** A section that does not change while it is shown. */
    private record Fixed(Section section, Node title, Node body) implements Block {

        @Override
        public boolean show(Section wanted) {
            return section.equals(wanted);
        }
    }

    /** What happened, of which there is more and more. */
    private record Told(Label title, TwoColumns body) implements Block {

        @Override
        public boolean show(Section section) {
            if (!(section instanceof Details.Story story)) {
                return false;
            }
            title.setText(story.title());
            body.show(story.moments().stream().map(Facts::line).toList());
            return true;
        }
    }
}
