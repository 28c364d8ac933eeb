package leasehold.ui.sessions;

import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.TextCell;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** Why a session was closed; for one that the server may still hold, what can be done about it. */
final class WhyCell extends TextCell<SessionRow, SessionRecord> {

    private static final double GAP = 8;

    private final HBox acts;
    private long epoch;

    WhyCell(TargetModel target, Function<SessionRecord, String> why) {
        super(why, OverrunStyle.ELLIPSIS);
        Texts texts = target.words().texts();
        acts =
                new HBox(
                        GAP,
                        link(texts.get("sessions.menu.retryClose"), target.acts()::retryClose),
                        link(texts.get("sessions.menu.forget"), target.acts()::forget));
        acts.getStyleClass().add("held");
    }

    @Override
    protected void show(SessionRecord session) {
        epoch = session.epoch();
        if (session.state() == SessionRecord.State.UNCLOSED) {
            setText(null);
            setGraphic(acts);
        } else {
            super.show(session);
            setGraphic(null);
        }
    }

    private Hyperlink link(String text, LongConsumer act) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("quiet-link");
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    act.accept(epoch);
                });
        return link;
    }
}
