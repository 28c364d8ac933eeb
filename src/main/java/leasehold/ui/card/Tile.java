package leasehold.ui.card;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Nodes;

/** A number with its caption, which leads to what it counts. */
public final class Tile extends Button {

    private final Label number = new Label();
    private final Label caption = new Label();

    /** Creates a tile without a caption. */
    public Tile() {
        getStyleClass().add("tile");
        number.getStyleClass().add("tile-number");
        caption.getStyleClass().add("tile-caption");
        setGraphic(new VBox(number, caption));
    }

    /** Returns what is counted. */
    public String getCaption() {
        return caption.getText();
    }

    /** Sets what is counted. */
    public void setCaption(String text) {
        caption.setText(text);
    }

    /** Shows a number, in a colour if there is something. */
    void show(int count, String tone) {
        number.setText(Integer.toString(count));
        Nodes.mark(number, tone, count > 0);
        setAccessibleText(count + " " + getCaption());
    }
}
