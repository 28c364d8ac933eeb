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
    private static final String FILTERED = "ci-search";
    private static final String NEUTRAL = "none";

    private final FontIcon icon = new FontIcon();
    private final Label first = new Label();
    private final Label second = new Label();
    private final HBox acts = new HBox(GAP);
    private final Button clear = new Button();
    private String literal = FILTERED;
    private String tone = NEUTRAL;

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
        return literal;
    }

    /** Sets the icon by its name, as it is while nothing is filtered. */
    public void setIcon(String name) {
        mark(name, NEUTRAL);
    }

    /** Sets icon and colour, as they are while nothing is filtered. */
    public void mark(String name, String newTone) {
        literal = name;
        tone = newTone;
        draw(literal, tone);
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

    private void draw(String name, String newTone) {
        icon.setIconLiteral(name);
        Nodes.tone(icon, newTone);
    }

    private void says(String sentence, String more, boolean filtered) {
        first.setText(sentence);
        second.setText(more);
        draw(filtered ? FILTERED : literal, filtered ? NEUTRAL : tone);
        Nodes.show(acts, !filtered && acts.getChildren().stream().anyMatch(Node::isVisible));
        Nodes.show(clear, filtered);
    }
}
