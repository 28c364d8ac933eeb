package leasehold.ui.fx;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why a table is empty, and what can be done about it: its own buttons, or to clear the filter. */
@DefaultProperty("acts")
public final class EmptyTable extends VBox {

    private static final double GAP = 8;

    private final FontIcon icon = new FontIcon();
    private final Label first = new Label();
    private final Label second = new Label();
    private final HBox acts = new HBox(GAP);
    private final Button clear = new Button();
    private String tone = "";

    /** Creates the face of an empty table. */
    public EmptyTable() {
        super(GAP);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty");
        icon.getStyleClass().add("ic32");
        first.getStyleClass().add("empty-first");
        second.getStyleClass().add("empty-second");
        first.setWrapText(true);
        first.setTextAlignment(TextAlignment.CENTER);
        acts.setAlignment(Pos.CENTER);
        getChildren().setAll(icon, first, second, acts, clear);
    }

    /** Says why there is no row. */
    public void say(String sentence, String more) {
        says(sentence, more, false);
    }

    /** Says what no row matches. */
    public void sayFiltered(String sentence, String more) {
        says(sentence, more, true);
    }

    /** Returns the icon's name. */
    public String getIcon() {
        return icon.getIconLiteral();
    }

    /** Sets the icon by its name. */
    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    /** Sets icon and colour. */
    public void mark(String literal, String newTone) {
        icon.setIconLiteral(literal);
        Nodes.mark(icon, "st-" + tone, false);
        Nodes.mark(icon, "st-" + newTone, true);
        tone = newTone;
    }

    /** Returns the buttons that are offered while nothing is filtered. */
    public ObservableList<Node> getActs() {
        return acts.getChildren();
    }

    /** Returns the text of the button that clears the filter. */
    public String getClear() {
        return clear.getText();
    }

    /** Sets the text of the button that clears the filter. */
    public void setClear(String text) {
        clear.setText(text);
    }

    /** Returns what clears the filter. */
    public EventHandler<ActionEvent> getOnClear() {
        return clear.getOnAction();
    }

    /** Sets what clears the filter. */
    public void setOnClear(EventHandler<ActionEvent> action) {
        clear.setOnAction(action);
    }

    private void says(String sentence, String more, boolean filtered) {
        first.setText(sentence);
        second.setText(more);
        Nodes.show(acts, !filtered && acts.getChildren().stream().anyMatch(Node::isVisible));
        Nodes.show(clear, filtered);
    }
}
