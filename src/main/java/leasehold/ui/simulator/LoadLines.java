package leasehold.ui.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import leasehold.simulation.ArrivalKind;
import leasehold.simulation.Kind;
import leasehold.simulation.LimitKind;
import leasehold.simulation.SpanKind;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Draft;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Unit;

/** What the clients do: a line for each setting, of which those of other kinds are hidden. */
final class LoadLines {

    private static final String SEED = "seed";

    private final SimulatorModel model;
    private final Texts texts;
    private final VBox lines;
    private final Map<String, Line> entries = new LinkedHashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    private record Line(Entry entry, Label caption, VBox box) {}

    private record Choice(String setting, ComboBox<Kind> box) {}

    LoadLines(SimulatorModel model, Texts texts, VBox lines) {
        this.model = model;
        this.texts = texts;
        this.lines = lines;
        entry("clients", texts.get("simulator.population"));
        choice("arrivals", texts.get("simulator.arrivals"), List.of(ArrivalKind.values()));
        choice("hold", texts.get("simulator.hold"), List.of(SpanKind.values()));
        choice("think", texts.get("simulator.think"), SpanKind.ending());
        choice("stop", texts.get("simulator.stopAfter"), List.of(LimitKind.values()));
        entry(SEED, texts.get("simulator.seed"));
    }

    /**
     * Shows what is written.
     *
     * @param replaying whether the clients are those of a recording, so that only the seed counts
     */
    void show(Draft draft, boolean replaying) {
        choices.forEach(choice -> Nodes.show(choice.box().getParent(), !replaying));
        for (Choice choice : choices) {
            String chosen = draft.values().getOrDefault(choice.setting(), "");
            choice.box().getItems().stream()
                    .filter(kind -> kind.word().equals(chosen))
                    .forEach(kind -> show(draft, choice, kind));
        }
        entries.forEach(
                (setting, line) -> {
                    line.entry().show(draft);
                    boolean counts = setting.equals(SEED) || !replaying;
                    Nodes.show(line.box(), counts && draft.used().contains(setting));
                });
    }

    private void show(Draft draft, Choice choice, Kind kind) {
        choice.box().setValue(kind);
        for (String setting : kind.fields(choice.setting())) {
            Line line = entries.get(setting);
            if (line != null && draft.used().contains(setting)) {
                line.caption().setText(Captions.of(texts, kind, setting));
                line.entry().field().setAccessibleText(line.caption().getText());
            }
        }
    }

    private void choice(String setting, String name, List<? extends Kind> kinds) {
        ComboBox<Kind> box = new ComboBox<>();
        box.setId("scenario-" + setting);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        box.setConverter(new KindWords(texts));
        box.getItems().setAll(kinds);
        box.setOnAction(_ -> model.write(setting, box.getValue().word()));
        HBox.setHgrow(box, Priority.ALWAYS);
        choices.add(new Choice(setting, box));
        lines.getChildren().add(line(name, box));
        kinds.stream()
                .flatMap(kind -> kind.fields(setting).stream())
                .distinct()
                .forEach(field -> entry(field, ""));
    }

    private void entry(String setting, String name) {
        Entry entry = new Entry(model, texts, setting, Unit.PLAIN);
        entry.field().getStyleClass().add("figure");
        entry.field().setAccessibleText(name);
        Label caption = new Label();
        caption.getStyleClass().add("muted");
        VBox box = new VBox(line(name, entry.field(), caption), entry.wrong());
        box.getStyleClass().add("field");
        entries.put(setting, new Line(entry, caption, box));
        lines.getChildren().add(box);
    }

    /** Returns a line of the page, with its name in the first column. */
    static HBox line(String name, Node... rest) {
        Label label = new Label(name);
        label.getStyleClass().add("line-name");
        HBox line = new HBox(label);
        line.getStyleClass().add("line");
        Stream.of(rest).forEach(line.getChildren()::add);
        return line;
    }
}
