package leasehold.ui.details;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Section;

/** Makes the nodes of the side pane: names and values in two columns, then the sections. */
final class Facts {

    private static final double NAMES = 96;

    private Facts() {}

    static List<Node> of(Details details) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(grid(details.facts()));
        for (Section section : details.sections()) {
            nodes.add(styled(new Label(section.title()), "section"));
            nodes.add(section.code() ? code(section.lines()) : lines(section.lines()));
        }
        return nodes;
    }

    private static GridPane grid(List<Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (int row = 0; row < facts.size(); row++) {
            grid.add(styled(new Label(facts.get(row).name()), "fact-name"), 0, row);
            grid.add(wrapped(facts.get(row).value()), 1, row);
        }
        return grid;
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
