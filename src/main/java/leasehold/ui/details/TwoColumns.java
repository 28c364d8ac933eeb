package leasehold.ui.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import leasehold.ui.model.Link;

/**
 * Names and values. A row that is shown again with other texts keeps its nodes, for to make them
 * costs most of a frame.
 */
final class TwoColumns extends GridPane {

    private final Consumer<? super Link> follow;
    private final List<Row> rows = new ArrayList<>();

    /**
     * What stands in a row.
     *
     * @param nameHint what the name is short for; empty if nothing
     * @param valueHint what the value is short for; empty if nothing
     * @param link where the value leads, if anywhere
     */
    record Line(
            String name, String nameHint, String value, String valueHint, Optional<Link> link) {}

    /**
     * Creates it without rows.
     *
     * @param names how wide the names are at least
     * @param follow goes where a link leads
     */
    TwoColumns(double names, Consumer<? super Link> follow) {
        this.follow = follow;
        getStyleClass().add("facts");
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(names);
        ColumnConstraints second = new ColumnConstraints();
        second.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(first, second);
    }

    /** Shows lines, and nothing else. */
    void show(List<Line> lines) {
        int kept = 0;
        while (kept < Math.min(rows.size(), lines.size())
                && rows.get(kept).takes(lines.get(kept))) {
            rows.get(kept).show(lines.get(kept));
            kept++;
        }
        dropFrom(kept);
        lines.stream().skip(kept).forEach(this::append);
    }

    private void dropFrom(int kept) {
        List<Row> dropped = rows.subList(kept, rows.size());
        dropped.forEach(row -> getChildren().removeAll(row.name, row.value));
        dropped.clear();
    }

    private void append(Line line) {
        Row row = new Row(line.link().isPresent());
        row.show(line);
        addRow(rows.size(), row.name, row.value);
        rows.add(row);
    }

    private static void say(Labeled label, String text, String hint) {
        label.setText(text);
        if (hint.isEmpty()) {
            label.setTooltip(null);
        } else if (label.getTooltip() == null) {
            label.setTooltip(new Tooltip(hint));
        } else {
            label.getTooltip().setText(hint);
        }
    }

    /** The nodes of a row. */
    private final class Row {

        private final Label name = new Label();
        private final Labeled value;

        Row(boolean leads) {
            name.getStyleClass().add("fact-name");
            // Stands beside the first line of its value.
            setValignment(name, VPos.TOP);
            name.setMinWidth(Control.USE_PREF_SIZE);
            value = leads ? new Hyperlink() : new Label();
            if (leads) {
                value.getStyleClass().add("fact-link");
            } else {
                value.setWrapText(true);
            }
        }

        boolean takes(Line line) {
            return line.link().isPresent() == value instanceof Hyperlink;
        }

        void show(Line line) {
            say(name, line.name(), line.nameHint());
            say(value, line.value(), line.valueHint());
            if (value instanceof Hyperlink link) {
                link.setVisited(false);
                link.setOnAction(_ -> line.link().ifPresent(follow));
            }
        }
    }
}
