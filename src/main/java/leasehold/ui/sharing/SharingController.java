package leasehold.ui.sharing;

import java.time.Duration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Choices;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Patience;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.DetailsModel;
import leasehold.ui.model.DetailsModel.Page;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SharingModel;
import leasehold.ui.model.SharingModel.Shown;
import leasehold.ui.model.Texts;

/** The page on sharing: figures from the record, and what another linger would have meant. */
public final class SharingController implements Disposable {

    private final SharingModel model;
    private final DetailsModel side;
    private final Texts texts;
    private final Bag bag = new Bag();

    @FXML private ToggleGroup spans;
    @FXML private ToggleButton today;
    @FXML private ProgressIndicator progress;
    @FXML private Label why;
    @FXML private VBox found;
    @FXML private GridPane facts;
    @FXML private LingerChart chart;
    @FXML private Slider linger;
    @FXML private Label advice;
    @FXML private Label opens;
    @FXML private Label openTime;
    @FXML private Label asOf;

    /**
     * Creates the page.
     *
     * @param side the pane that it is a page of
     */
    public SharingController(SharingModel model, DetailsModel side, Texts texts) {
        this.model = model;
        this.side = side;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        today.setText(model.today());
        bag.add(Choices.bind(spans, model.span()));
        linger.setMax(SharingModel.LINGERS.size() - 1.0);
        linger.setValue(model.linger().get());
        linger.valueProperty()
                .subscribe(value -> model.linger().set((int) Math.round(value.doubleValue())));
        bag.add(model.linger().subscribe(_ -> choose()));
        bag.add(model.shown().subscribe(this::show));
        bag.add(Patience.show(progress, model.busy()));
        bag.add(side.page().subscribe(_ -> watch()));
        bag.add(side.open().subscribe(_ -> watch()));
        bag.add(() -> model.watch(false));
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void watch() {
        model.watch(side.open().get() && side.page().get() == Page.SHARING);
    }

    private void show(Shown shown) {
        boolean any = !shown.curve().isEmpty();
        why.setText(shown.why());
        Nodes.show(why, !any);
        Nodes.show(found, any);
        asOf.setText(shown.asOf());
        list(shown.facts());
        chart.show(shown.curve());
        choose();
    }

    private void choose() {
        int index = model.linger().get();
        Duration assumed = SharingModel.LINGERS.get(index);
        String words = assumed.isZero() ? texts.get("sharing.none") : LingerChart.label(assumed);
        linger.setAccessibleText(texts.get("sharing.linger.spoken", words));
        chart.choose(index);
        advice.setText(model.advice());
        List<Outcome> curve = model.shown().get().curve();
        if (!curve.isEmpty()) {
            opens.setText(texts.get("sharing.curve.opens", curve.get(index).opens()));
            String time = Formats.duration(curve.get(index).openTime());
            openTime.setText(texts.get("sharing.curve.openTime", time));
        }
    }

    private void list(List<Fact> known) {
        facts.getChildren().clear();
        for (int row = 0; row < known.size(); row++) {
            facts.addRow(row, styled(known.get(row).name(), "fact-name"), value(known.get(row)));
        }
    }

    private static Label value(Fact fact) {
        Label value = styled(fact.value(), "fact-value");
        value.setWrapText(true);
        if (!fact.hint().isEmpty()) {
            value.setTooltip(new Tooltip(fact.hint()));
        }
        return value;
    }

    /** Stands beside the first line of its value. */
    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
