package leasehold.ui.simulator;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.ReplayModel;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.SimulatorModel.Visits;
import leasehold.ui.model.Texts;

/** Which recording the clients come from, how fast, and how far it is. */
final class ReplayLines {

    private final SimulatorModel model;
    private final Texts texts;
    private final VBox lines;
    private final Label source = new Label();
    private final Label told = new Label();
    private final Label visits = new Label();

    ReplayLines(SimulatorModel model, Texts texts, VBox lines) {
        this.model = model;
        this.texts = texts;
        this.lines = lines;
        source.setId("replay-source");
        source.setMinWidth(0);
        told.setId("replay-told");
        told.getStyleClass().add("muted");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        visits.setId("replay-visits");
        visits.getStyleClass().add("muted");
        lines.getChildren()
                .setAll(
                        head(),
                        told,
                        LoadLines.line(texts.get("simulator.replay.speed"), speeds(), visits));
    }

    /** Shows a recording, or nothing if none is chosen. */
    void show(Optional<ReplayModel.Chosen> chosen) {
        Nodes.show(lines, chosen.isPresent());
        chosen.ifPresent(
                one -> {
                    source.setText(texts.get("simulator.replay.source", one.name()));
                    told.setText(one.told(texts));
                });
    }

    /** Shows how far the replay is. */
    void show(Visits now) {
        visits.setText(
                now.all() == 0 ? "" : texts.get("simulator.replay.visits", now.begun(), now.all()));
    }

    private HBox head() {
        Hyperlink clear = new Hyperlink(texts.get("simulator.replay.clear"));
        clear.setId("replay-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(_ -> model.clearReplay());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(source, between, clear);
        head.getStyleClass().addAll("line", "side-row");
        return head;
    }

    private ComboBox<Integer> speeds() {
        ComboBox<Integer> speeds = new ComboBox<>();
        speeds.setId("replay-speed");
        speeds.setAccessibleText(texts.get("simulator.replay.speed"));
        speeds.getItems().setAll(ReplayModel.SPEEDS);
        speeds.setConverter(new Times(texts));
        speeds.setValue(model.replay().speed().get());
        speeds.setOnAction(_ -> model.replay().speed().set(speeds.getValue()));
        return speeds;
    }

    /** How many times as fast. */
    private static final class Times extends StringConverter<Integer> {

        private final Texts texts;

        Times(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(Integer speed) {
            return texts.get("simulator.replay.times", speed);
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }
}
