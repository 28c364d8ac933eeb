package leasehold.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Moment;
import leasehold.ui.model.Details.Section;
import leasehold.ui.model.Link;

/** Makes the nodes of the side pane: names and values in two columns, then the sections. */
final class Facts {

    private static final double NAMES = 96;
    private static final double TIMES = 80;

    private final Stacks stacks;
    private final Consumer<? super Link> follow;

    /**
     * Makes nodes.
     *
     * @param follow goes where a link leads
     */
    Facts(Stacks stacks, Consumer<? super Link> follow) {
        this.stacks = stacks;
        this.follow = follow;
    }

    List<Node> of(Details details) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(facts(details.facts()));
        for (Section section : details.sections()) {
            nodes.add(styled(new Label(section.title()), "section"));
            nodes.add(
                    switch (section) {
                        case Details.Prose prose -> lines(prose.lines());
                        case Details.Code code -> stacks.of(code);
                        case Details.Story story -> story(story.moments());
                    });
        }
        return nodes;
    }

    private GridPane facts(List<Fact> facts) {
        GridPane grid = grid(NAMES);
        for (int row = 0; row < facts.size(); row++) {
            Fact fact = facts.get(row);
            grid.addRow(row, name(fact.name()), value(fact));
        }
        return grid;
    }

    private Node value(Fact fact) {
        if (fact.link().isEmpty()) {
            return hinted(wrapped(fact.value()), fact.hint());
        }
        Hyperlink link = new Hyperlink(fact.value());
        link.getStyleClass().add("fact-link");
        link.setOnAction(_ -> follow.accept(fact.link().get()));
        return link;
    }

    private static GridPane story(List<Moment> moments) {
        GridPane grid = grid(TIMES);
        for (int row = 0; row < moments.size(); row++) {
            Moment moment = moments.get(row);
            grid.addRow(row, hinted(name(moment.time()), moment.exact()), wrapped(moment.what()));
        }
        return grid;
    }

    private static GridPane grid(double first) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(first);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        return grid;
    }

    private static Node lines(List<String> lines) {
        VBox box = new VBox();
        box.getStyleClass().add("lines");
        lines.forEach(line -> box.getChildren().add(wrapped(line)));
        return box;
    }

    /** Stands beside the first line of its value. */
    private static Label name(String text) {
        Label label = styled(new Label(text), "fact-name");
        GridPane.setValignment(label, VPos.TOP);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label hinted(Label label, String hint) {
        if (!hint.isEmpty()) {
            label.setTooltip(new Tooltip(hint));
        }
        return label;
    }

    private static Label styled(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        return label;
    }
}
