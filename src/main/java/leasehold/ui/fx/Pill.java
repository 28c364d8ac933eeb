package leasehold.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says over the edge of a table how many rows are new beyond it, and leads to them. */
public final class Pill extends Button {

    private static final double HEADER = 30;
    private static final double GAP = 10;

    private final FontIcon arrow = new FontIcon("ci-caret-down");
    private String format = "{0}";

    /** Creates a pill that says nothing. */
    public Pill() {
        getStyleClass().add("pill");
        arrow.getStyleClass().add("ic16");
        setFocusTraversable(false);
        setVisible(false);
        setManaged(false);
    }

    /** Returns what it says, with a place for the number. */
    public String getFormat() {
        return format;
    }

    /** Sets what it says, with a place for the number. */
    public void setFormat(String newFormat) {
        format = newFormat;
    }

    /** Says how many rows are new, and where; nothing if none is. */
    void show(int count, Newest newest) {
        Nodes.show(this, count > 0);
        setText(new MessageFormat(format, Locale.ENGLISH).format(new Object[] {count}));
        boolean above = newest == Newest.FIRST;
        arrow.setIconLiteral(above ? "ci-caret-up" : "ci-caret-down");
        setGraphic(newest == Newest.ANYWHERE ? null : arrow);
        StackPane.setAlignment(this, above ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(HEADER + GAP, 0, GAP, 0));
    }
}
