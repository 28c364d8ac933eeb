package leasehold.ui.card;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import leasehold.monitor.Card;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Reason;
import leasehold.ui.fx.Small;
import leasehold.ui.model.CardText;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Look;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.TargetModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** The session card: is it open, since when, because of whom. */
public final class CardController implements Disposable {

    private final TargetModel target;
    private final Prompts prompts;
    private final Ways ways;
    private final Bag bag = new Bag();

    @FXML private HBox card;
    @FXML private FontIcon icon;
    @FXML private SentenceLine first;
    @FXML private SentenceLine second;
    @FXML private SentenceLine third;
    @FXML private Hyperlink strays;
    @FXML private VBox trend;
    @FXML private Sparkline spark;
    @FXML private Label most;
    @FXML private Tile waiting;
    @FXML private Tile overdue;
    @FXML private Tile opened;
    @FXML private Tile failed;
    @FXML private Reason mayAct;
    @FXML private Button action;

    /** Creates the card of a target. */
    public CardController(TargetModel target, Prompts prompts) {
        this.target = target;
        this.prompts = prompts;
        ways = new Ways(target);
    }

    @FXML
    private void initialize() {
        List.of(first, second, third).forEach(line -> line.onLink(ways::follow));
        opened.setCaption(target.words().day("card.opened", "card.opened.then"));
        Nodes.show(mayAct, target.recording().isEmpty());
        bag.add(target.permits().any().subscribe(mayAct::refuse));
        bag.add(target.card().look().subscribe(this::look));
        bag.add(target.card().text().subscribe(this::say));
        bag.add(target.card().facts().subscribe(this::count));
        card.sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> size());
        card.sceneProperty().flatMap(Scene::heightProperty).subscribe(_ -> size());
        bag.add(target.card().trend().values().subscribe(this::draw));
    }

    @FXML
    private void act() {
        switch (target.card().text().get().action()) {
            case NONE -> {}
            case CLOSE -> prompts.close(new CloseModel(target, false));
            case CLOSE_NOW, STOP_OPENING -> prompts.close(new CloseModel(target, true));
            case TRY_NOW -> target.acts().tryNow();
        }
    }

    @FXML
    private void showWaiting() {
        ways.waiting();
    }

    @FXML
    private void showOverdue() {
        ways.overdue();
    }

    @FXML
    private void showOpenedToday() {
        ways.openedToday();
    }

    @FXML
    private void showFailedToOpen() {
        ways.failedToOpen();
    }

    @FXML
    private void showUnclosed() {
        ways.unclosed();
    }

    @Override
    public void dispose() {
        bag.close();
    }

    /** A small window has two lines, and no trend; nor has a recording, whose time stands still. */
    private void size() {
        Scene scene = card.getScene();
        boolean small = scene != null && Small.is(scene.getWidth(), scene.getHeight());
        Nodes.show(third, !small);
        Nodes.show(trend, !small && target.recording().isEmpty());
    }

    private void look(Look look) {
        icon.setIconLiteral(look.icon());
        Nodes.tone(icon, look.tone());
    }

    private void say(CardText text) {
        first.say(text.first());
        second.say(text.second());
        third.say(text.third());
        card.setAccessibleText(text.spoken());
        boolean acts = text.action() != CardText.Action.NONE;
        action.setVisible(acts);
        action.setText(acts ? target.words().texts().word(text.action()) : "");
    }

    private void count(Card facts) {
        waiting.show(facts.waiting(), "st-busy");
        overdue.show(facts.overdue(), "st-warn");
        opened.show(facts.openedToday(), "st-none");
        failed.show(facts.failedToday(), "st-fail");
        Nodes.show(strays, facts.strays() > 0);
        strays.setText(text("card.strays", facts.strays()));
    }

    private void draw(List<Integer> values) {
        spark.show(values);
        int top = values.stream().mapToInt(value -> value).max().orElse(0);
        most.setText(text("card.trend.max", top));
    }

    private String text(String key, Object... values) {
        return target.words().texts().get(key, values);
    }
}
