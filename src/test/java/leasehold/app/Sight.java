package leasehold.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import leasehold.ui.fx.Nodes;

/** What a person reads in the window: the words that are shown, as they stand there. */
final class Sight {

    private Sight() {}

    /** Returns the words that can be read in what a query finds first. */
    static List<String> words(OpenWindow window, String query) {
        return OpenWindow.fx(
                () ->
                        found(window, query)
                                .findFirst()
                                .map(Sight::words)
                                .orElseThrow(() -> new AssertionError("nothing is " + query)));
    }

    /** Returns the words that can be read in what a query finds first, as one text. */
    static String text(OpenWindow window, String query) {
        return String.join("", words(window, query));
    }

    /** Returns what a query finds, and reads so. */
    static Node labeled(OpenWindow window, String query, String text) {
        return OpenWindow.fx(
                () ->
                        inSight(window, query, text)
                                .orElseThrow(
                                        () -> new AssertionError(query + " does not say " + text)));
    }

    /** Returns what a query finds, and reads so, if it can be seen; on the toolkit's thread. */
    static Optional<Node> inSight(OpenWindow window, String query, String text) {
        return found(window, query)
                .filter(node -> node instanceof Labeled said && text.equals(said.getText()))
                .findFirst();
    }

    /** Returns the rows of a table that can be seen and are not empty, from the top. */
    static List<TableRow<?>> rows(OpenWindow window, String table) {
        return OpenWindow.fx(
                () ->
                        found(window, "#" + table + " .table-row-cell")
                                .map(row -> (TableRow<?>) row)
                                .filter(row -> !row.isEmpty())
                                .sorted((one, other) -> one.getIndex() - other.getIndex())
                                .<TableRow<?>>map(row -> row)
                                .toList());
    }

    /** Returns what stands in the cells of a row, by the titles of their columns. */
    static Map<String, String> cells(TableRow<?> row) {
        return OpenWindow.fx(
                () -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (Node node : row.getChildrenUnmodifiable()) {
                        if (node instanceof TableCell<?, ?> cell && Nodes.shown(cell)) {
                            String said = String.join(" ", words(cell));
                            cells.put(cell.getTableColumn().getText(), said);
                        }
                    }
                    return cells;
                });
    }

    /** Returns the facts and moments of the side pane: the values, by what stands before them. */
    static Map<String, String> facts(OpenWindow window) {
        return OpenWindow.fx(
                () -> {
                    Map<String, String> facts = new LinkedHashMap<>();
                    found(window, "#details .facts")
                            .map(GridPane.class::cast)
                            .forEach(grid -> read(grid, facts));
                    return facts;
                });
    }

    private static void read(GridPane grid, Map<String, String> facts) {
        List<Node> nodes = grid.getChildren();
        for (int i = 0; i + 1 < nodes.size(); i += 2) {
            facts.put(
                    String.join(" ", words(nodes.get(i))),
                    String.join(" ", words(nodes.get(i + 1))));
        }
    }

    /** Has everything stand where it belongs, as it does at the next pulse, which may be late. */
    static void layOut() {
        for (Window shown : Window.getWindows()) {
            shown.getScene().getRoot().applyCss();
            shown.getScene().getRoot().layout();
        }
    }

    private static Stream<Node> found(OpenWindow window, String query) {
        layOut();
        return window.robot().lookup(query).queryAll().stream().filter(Nodes::shown);
    }

    private static List<String> words(Node node) {
        List<String> words = new ArrayList<>();
        collect(node, words);
        return words;
    }

    private static void collect(Node node, List<String> words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled said) {
            say(said, words);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private static void say(Labeled said, List<String> words) {
        boolean bare = said.getContentDisplay() == ContentDisplay.TEXT_ONLY;
        String text = said.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY ? "" : said.getText();
        if (text != null && !text.isEmpty()) {
            words.add(text);
        }
        if (said.getGraphic() != null && !bare) {
            collect(said.getGraphic(), words);
        }
    }
}
