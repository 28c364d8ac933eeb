package leasehold.ui.details;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Bag;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Act;
import leasehold.ui.model.DetailsModel;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.TargetModel;

/** The side pane: what is selected, in full. */
public final class DetailsController implements Disposable {

    private final TargetModel target;
    private final DetailsModel model;
    private final Prompts prompts;
    private final Bag bag = new Bag();
    private Optional<Details> shown = Optional.empty();

    @FXML private VBox nothing;
    @FXML private Label nothingWhy;
    @FXML private VBox something;
    @FXML private Label title;
    @FXML private Label id;
    @FXML private StateMark state;
    @FXML private VBox facts;
    @FXML private HBox acts;
    @FXML private Button act;
    @FXML private Button forget;

    /** Creates the pane of a target. */
    public DetailsController(TargetModel target, Prompts prompts) {
        this.target = target;
        this.prompts = prompts;
        model = target.details();
    }

    @FXML
    private void initialize() {
        bag.add(model.shown().subscribe(this::show));
        bag.add(target.leases().selected().subscribe(this::sayWhyNothing));
        bag.add(model.topic().subscribe(_ -> sayWhyNothing()));
    }

    @FXML
    private void act() {
        switch (shown.map(Details::act).orElse(Act.NONE)) {
            case NONE -> {}
            case REVOKE ->
                    model.lease()
                            .ifPresent(
                                    lease ->
                                            prompts.revoke(
                                                    new RevokeModel(target, List.of(lease))));
            case CLOSE -> prompts.close(new CloseModel(target, false));
            case RETRY_CLOSE -> model.epoch().ifPresent(target::retryClose);
            case TRY_NOW -> target.tryNow();
        }
    }

    @FXML
    private void forget() {
        model.epoch().ifPresent(target::forget);
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
        boolean several = model.topic().get() == DetailsModel.Topic.LEASES && leases > 1;
        nothingWhy.setText(
                target.words().texts().get(several ? "details.several" : "details.empty", leases));
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
        state.show(details.look().icon(), details.look().tone(), details.state());
        boolean same =
                shown.filter(former -> former.facts().equals(details.facts()))
                        .filter(former -> former.sections().equals(details.sections()))
                        .isPresent();
        if (!same) {
            facts.getChildren().setAll(Facts.of(details));
        }
        Nodes.show(act, details.act() != Act.NONE);
        Nodes.show(forget, details.act() == Act.RETRY_CLOSE);
        act.setText(target.words().texts().word(details.act()));
    }
}
