package leasehold.ui.details;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.Reason;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Act;
import leasehold.ui.model.DetailsModel;
import leasehold.ui.model.Look;
import leasehold.ui.model.Permits;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.TargetModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** The side pane: what is selected, in full. */
public final class DetailsController implements Disposable {

    private final TargetModel target;
    private final DetailsModel model;
    private final Prompts prompts;
    private final Bag bag = new Bag();
    private final Facts nodes;
    private Optional<Details> shown = Optional.empty();

    @FXML private VBox nothing;
    @FXML private Label nothingWhy;
    @FXML private VBox something;
    @FXML private Label title;
    @FXML private Label id;
    @FXML private StateMark state;
    @FXML private Label badge;
    @FXML private Hyperlink events;
    @FXML private VBox facts;
    @FXML private HBox acts;
    @FXML private Reason mayAct;
    @FXML private Button act;
    @FXML private FontIcon actIcon;
    @FXML private Reason mayForget;

    /** Creates the pane of a target. */
    public DetailsController(TargetModel target, Prompts prompts) {
        this.target = target;
        this.prompts = prompts;
        model = target.details();
        nodes = new Facts(new Stacks(target.words().texts()), model::follow);
    }

    @FXML
    private void initialize() {
        bag.add(target.permits().any().subscribe(mayForget::refuse));
        bag.add(model.shown().subscribe(this::show));
        bag.add(target.leases().selected().subscribe(this::sayWhyNothing));
        bag.add(target.events().selected().subscribe(this::sayWhyNothing));
        bag.add(model.topic().subscribe(_ -> sayWhyNothing()));
    }

    @FXML
    private void act() {
        switch (shown.map(Details::act).orElse(Act.NONE)) {
            case NONE, ENDED -> {}
            case REVOKE ->
                    model.lease()
                            .ifPresent(
                                    lease ->
                                            prompts.revoke(
                                                    new RevokeModel(target, List.of(lease))));
            case CLOSE -> prompts.close(new CloseModel(target, false));
            case RETRY_CLOSE -> model.epoch().ifPresent(target.acts()::retryClose);
            case TRY_NOW -> target.acts().tryNow();
        }
    }

    @FXML
    private void forget() {
        model.epoch().ifPresent(target.acts()::forget);
    }

    @FXML
    private void showEvents() {
        model.events().ifPresent(model::follow);
    }

    @FXML
    private void copy() {
        shown.map(Details::copy).ifPresent(Columns::copy);
    }

    @Override
    public void dispose() {
        bag.close();
    }

    private void sayWhyNothing() {
        int leases = target.leases().selected().size();
        int others = target.events().selected().size();
        nothingWhy.setText(
                switch (model.topic().get()) {
                    case LEASES -> several(leases, "details.several");
                    case EVENTS -> several(others, "details.severalEvents");
                    case SESSIONS, FAILURES -> several(0, "details.empty");
                });
    }

    private String text(String key, Object value) {
        return target.words().texts().get(key, value);
    }

    private String several(int count, String key) {
        return text(count > 1 ? key : "details.empty", count);
    }

    private void show(Optional<Details> details) {
        Nodes.show(nothing, details.isEmpty());
        Nodes.show(something, details.isPresent());
        Nodes.show(acts, details.isPresent());
        details.ifPresent(this::show);
        shown = details;
    }

    private void show(Details details) {
        title.setText(details.title());
        id.setText(details.id());
        Look look = details.state().look();
        state.show(look.icon(), look.tone(), details.state().words());
        badge.setText(details.state().badge());
        Nodes.show(badge, !details.state().badge().isEmpty());
        nodes.show(details, facts.getChildren());
        Nodes.show(events, model.events().isPresent());
        model.events().ifPresent(way -> events.setText(text("details.eventsOf", way.of())));
        Nodes.show(mayAct, details.act() != Act.NONE);
        Permits permits = target.permits();
        mayAct.refuse(details.act() == Act.ENDED ? permits.ended(1) : permits.any().get());
        Nodes.show(actIcon, details.act() == Act.REVOKE);
        Nodes.show(mayForget, details.act() == Act.RETRY_CLOSE);
        act.setText(target.words().texts().word(details.act()));
    }
}
