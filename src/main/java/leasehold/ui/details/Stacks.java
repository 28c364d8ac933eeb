package leasehold.ui.details;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Details.Code;
import leasehold.ui.model.Texts;

/**
 * Makes the nodes of stacks. What is not the program's own is folded until asked for; what was
 * asked for once stays so.
 */
final class Stacks {

    private final Texts texts;
    private boolean unfolded;

    Stacks(Texts texts) {
        this.texts = texts;
    }

    Node of(Code code) {
        VBox lines = new VBox();
        lines.getStyleClass().add("stack");
        Hyperlink fold = new Hyperlink();
        fold.setId("fold");
        fold.getStyleClass().add("quiet-link");
        fold.setOnAction(
                _ -> {
                    unfolded = !unfolded;
                    fill(code, lines, fold);
                });
        fill(code, lines, fold);
        VBox both = new VBox(lines, fold);
        both.getStyleClass().add("lines");
        return both;
    }

    private void fill(Code code, VBox lines, Hyperlink fold) {
        List<String> shown = unfolded ? code.lines() : code.own();
        lines.getChildren().setAll(shown.stream().map(Stacks::line).toList());
        fold.setText(
                unfolded ? texts.get("details.fold") : texts.get("details.folded", code.folded()));
        fold.setVisited(false);
        Nodes.show(fold, code.folded() > 0);
    }

    /** Cut in the middle, so that the line number survives. */
    private static Label line(String text) {
        Label label = new Label(text);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Nodes.tellWhereCut(label);
        return label;
    }
}
