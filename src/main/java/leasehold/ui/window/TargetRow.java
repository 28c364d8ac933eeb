package leasehold.ui.window;

import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import leasehold.monitor.Target;
import leasehold.ui.fx.Nodes;
import leasehold.ui.fx.StateMark;
import leasehold.ui.model.Standing;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** A target in the target menu: its name, what it is for, and how it stands. */
final class TargetRow extends RadioMenuItem {

    private final TargetModel target;
    private final Texts texts;
    private final HBox line;
    private final Label purpose = new Label();
    private final StateMark state = new StateMark();
    private final Label leases = styled("target-leases");
    private final Label failures = styled("badge");

    TargetRow(TargetModel target) {
        this.target = target;
        texts = target.words().texts();
        Label name = styled("target-name");
        name.setText(target.label());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        tag(purpose, target);
        state.getStyleClass().add("target-state");
        Nodes.mark(failures, "alert", true);
        HBox slot = new HBox(purpose);
        slot.getStyleClass().add("target-purpose");
        line = new HBox(name, slot, state, leases, failures);
        line.getStyleClass().add("target-row");
        setGraphic(line);
    }

    /** Shows what a target is for. */
    static void tag(Label tag, TargetModel target) {
        Texts texts = target.words().texts();
        String kind = texts.word(target.kind());
        boolean past = target.recording().isPresent();
        boolean readOnly = target.readOnly() && !past;
        tag.setText(readOnly ? texts.get("window.purpose.readOnly", kind) : kind);
        tag.getStyleClass().setAll("label", style(target.kind()));
    }

    private static String style(Target.Kind kind) {
        return switch (kind) {
            case TEST -> "tag";
            case PRODUCTION -> "tag-production";
            case RECORDING -> "tag-recording";
        };
    }

    void show(Standing standing) {
        state.show(standing.look().icon(), standing.look().tone(), standing.word());
        leases.setText(standing.leases());
        failures.setText(texts.get("failures.badge", standing.failures()));
        failures.setVisible(standing.failures() > 0);
        line.setAccessibleText(
                texts.get(
                        "window.target.spoken",
                        target.label(),
                        purpose.getText(),
                        standing.word(),
                        leases.getText(),
                        standing.failures()));
    }

    private static Label styled(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
