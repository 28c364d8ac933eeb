package leasehold.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state as icon, colour and word: the icon has the hue, the word keeps the colour of text. */
public final class StateMark extends HBox {

    private final FontIcon icon = new FontIcon();
    private final Label word = new Label();

    /** Creates an empty mark. */
    public StateMark() {
        getStyleClass().add("state-mark");
        icon.getStyleClass().add("ic14");
        word.getStyleClass().add("state-word");
        getChildren().addAll(icon, word);
    }

    /**
     * Shows a state.
     *
     * @param literal the icon's name
     * @param tone the colour's token
     */
    public void show(String literal, String tone, String text) {
        if (!literal.equals(icon.getIconLiteral())) {
            icon.setIconLiteral(literal);
        }
        Nodes.tone(icon, tone);
        word.setText(text);
    }
}
