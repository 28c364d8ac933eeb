package leasehold.ui.window;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Reason;
import leasehold.ui.fx.Small;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The page of one target: card, tabs, side pane, the simulator's strip, status bar. */
public final class PageController implements Disposable {

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final double TOOLBAR = 44;

    private final TargetModel target;
    private final PageParts parts;
    private final Texts texts;
    private final Bag bag = new Bag();

    @FXML private BorderPane page;
    @FXML private StackPane card;
    @FXML private PauseBanner banner;
    @FXML private ReadingBanner reading;
    @FXML private StateMark live;
    @FXML private StackPane side;
    @FXML private Reason strip;
    @FXML private TabPane tabs;
    @FXML private Tab leases;
    @FXML private Tab sessions;
    @FXML private Tab events;
    @FXML private Tab failures;
    @FXML private Label leasesBadge;
    @FXML private Label sessionsBadge;
    @FXML private Label eventsBadge;
    @FXML private Label failuresBadge;
    @FXML private Label held;
    @FXML private Label selected;
    @FXML private Region noticeGap;
    @FXML private Label notice;
    @FXML private Label unbalanced;
    @FXML private ViewTrouble trouble;
    @FXML private RecordStatus record;
    @FXML private Label rate;
    @FXML private Label zone;

    /** Creates the page of a target out of its parts. */
    public PageController(TargetModel target, PageParts parts) {
        this.target = target;
        this.parts = parts;
        texts = target.words().texts();
    }

    @FXML
    private void initialize() {
        card.getChildren().setAll(parts.card().root());
        side.getChildren().setAll(parts.details().root());
        parts.simulator().ifPresent(room -> strip.getChildren().setAll(room.root()));
        Nodes.show(strip, parts.simulator().isPresent());
        leases.setContent(parts.leases().root());
        sessions.setContent(parts.sessions().root());
        events.setContent(parts.events().root());
        failures.setContent(parts.failures().root());
        bag.add(target.details().open().subscribe(open -> Nodes.show(side, open)));
        page.widthProperty().subscribe(_ -> size());
        page.heightProperty().subscribe(_ -> size());
        bag.add(banner.follow(target.pause(), texts));
        target.recording().map(reading::follow).ifPresent(bag::add);
        bag.add(Liveness.bind(live, page, strip, target));
        followTabs();
        Badges badges = new Badges(leasesBadge, sessionsBadge, eventsBadge, failuresBadge);
        bag.add(badges.follow(target));
        followStatus();
        zone.setText(target.words().formats().zone());
    }

    private void followTabs() {
        List<Tab> all = List.of(leases, sessions, events, failures);
        bag.add(
                target.details()
                        .topic()
                        .subscribe(
                                topic ->
                                        tabs.getSelectionModel().select(all.get(topic.ordinal()))));
        tabs.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(i -> target.details().topic().set(Topic.values()[i.intValue()]));
    }

    private void followStatus() {
        bag.add(target.leases().living().subscribe(_ -> count()));
        bag.add(target.status().counters().subscribe(_ -> count()));
        bag.add(target.events().all().subscribe(_ -> count()));
        bag.add(target.leases().selected().subscribe(this::count));
        bag.add(trouble.follow(target.status(), texts));
        bag.add(record.follow(target.record()));
        bag.add(target.events().selected().subscribe(this::count));
        bag.add(target.details().topic().subscribe(_ -> count()));
        bag.add(target.details().shown().subscribe(_ -> count()));
        bag.add(target.status().perSecond().subscribe(this::rate));
        bag.add(target.notices().text().subscribe(this::notice));
    }

    private void count() {
        held.setText(text("leases.count", target.leases().living().get()));
        selected.setText(text("status.selected", target.details().selected()));
        boolean balanced = target.status().counters().get().ledger().balanced();
        Nodes.show(unbalanced, !balanced);
        rate(target.status().perSecond().get());
    }

    /** In the past nothing comes any more: there are as many as the tab of the events has. */
    private void rate(Number perSecond) {
        boolean past = target.recording().isPresent();
        int events = target.events().all().get();
        rate.setText(past ? text("events.count", events) : text("status.rate", perSecond));
    }

    private void notice(String said) {
        notice.setText(said);
        Nodes.show(noticeGap, !said.isEmpty());
    }

    @Override
    public void dispose() {
        bag.close();
        parts.dispose();
    }

    private void size() {
        boolean small = Small.is(page.getWidth(), page.getHeight() + TOOLBAR);
        page.pseudoClassStateChanged(SMALL, small);
    }

    private String text(String key, Object... values) {
        return texts.get(key, values);
    }
}
