package leasehold.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;
import leasehold.ui.model.Link;

/** Makes the nodes of the side pane: names and values in two columns, then the sections. */
final class Facts {

    private static final double NAMES = 96;

    private Facts() {}

    /**
     * Makes the nodes.
     *
     * @param follow goes where a link leads
     */
    static List<Node> of(Details details, Consumer<Link> follow) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(grid(details.facts(), follow));
        for (Section section : details.sections()) {
            nodes.add(styled(new Label(section.title()), "section"));
            nodes.add(section.code() ? code(section.lines()) : lines(section.lines()));
        }
        return nodes;
    }

    private static GridPane grid(List<Fact> facts, Consumer<Link> follow) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (int row = 0; row < facts.size(); row++) {
            Label name = styled(new Label(facts.get(row).name()), "fact-name");
            GridPane.setValignment(name, VPos.TOP);
            grid.add(name, 0, row);
            grid.add(value(facts.get(row), follow), 1, row);
        }
        return grid;
    }

    private static Node value(Fact fact, Consumer<Link> follow) {
        if (fact.link().isEmpty()) {
            return wrapped(fact.value());
        }
        Hyperlink link = new Hyperlink(fact.value());
        link.getStyleClass().add("fact-link");
        link.setOnAction(_ -> follow.accept(fact.link().get()));
        return link;
    }

    private static Node code(List<String> lines) {
        return styled(new Label(String.join("\n", lines)), "stack");
    }

    private static Node lines(List<String> lines) {
        VBox box = new VBox();
        box.getStyleClass().add("lines");
        lines.forEach(line -> box.getChildren().add(wrapped(line)));
        return box;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label styled(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        return label;
    }
}
