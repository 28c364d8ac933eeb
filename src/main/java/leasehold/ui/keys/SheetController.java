package leasehold.ui.keys;

import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Keys;
import leasehold.ui.fx.Question;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.Texts;

/** The sheet of all keys, by where they work. */
public final class SheetController extends Question {

    private final Texts texts;

    @FXML private Pane everywhere;
    @FXML private Pane somewhere;
    @FXML private Button end;

    /**
     * Creates the sheet.
     *
     * @param close closes it
     */
    public SheetController(Texts texts, Runnable close) {
        super(close);
        this.texts = texts;
    }

    @Override
    public Node first() {
        return end;
    }

    @FXML
    private void initialize() {
        for (Keys.Where where : Keys.Where.values()) {
            Pane side = where == Keys.Where.WINDOW ? everywhere : somewhere;
            side.getChildren().add(group(where));
        }
    }

    private VBox group(Keys.Where where) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        Stream.of(Keys.values())
                .filter(key -> key.where() == where)
                .forEach(key -> grid.addRow(grid.getRowCount(), written(key), named(key)));
        VBox group = new VBox(styled(texts.word(where), "section"), grid);
        group.getStyleClass().add("key-group");
        return group;
    }

    private static Label written(Keys key) {
        int many = key == Keys.TAB ? Topic.values().length : 1;
        return styled(key.text(many), "key");
    }

    private Label named(Keys key) {
        return styled(texts.word(key), "key-name");
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
