package leasehold.ui.sessions;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.Columns;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SessionOrder;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The columns of the sessions. */
final class SessionColumns {

    private final TargetModel target;
    private final Texts texts;
    private final Formats formats;
    private final Columns<SessionRow, SessionRecord> columns;

    SessionColumns(TableView<SessionRow> table, TargetModel target, MenuButton chosen) {
        this.target = target;
        texts = target.words().texts();
        formats = target.words().formats();
        columns = new Columns<>(table, SessionRow::record, comparingLong(SessionRecord::epoch));
        opening();
        use();
        closing();
        columns.fold("openedBy", "closed closedBy failures", "peak", "took", "leases", "openFor")
                .chosenBehind(chosen);
    }

    Columns<SessionRow, SessionRecord> columns() {
        return columns;
    }

    private void opening() {
        time("opened", session -> session.opening().openedAt());
        columns.cells(
                        "state",
                        session -> texts.word(session.state()),
                        comparing(SessionRecord::state),
                        () -> new SessionStateCell(texts))
                .text("session", s -> "#" + s.epoch(), comparingLong(SessionRecord::epoch))
                .text(
                        "took",
                        session -> Formats.nanos(session.opening().tookNanos()),
                        comparingLong(session -> session.opening().tookNanos()))
                .cells(
                        "openFor",
                        session -> OpenForCell.text(target, session),
                        SessionOrder.OPEN_FOR,
                        () -> new OpenForCell(target))
                .text(
                        "openedBy",
                        session -> Formats.text(session.opening().openedBy()),
                        comparing(session -> session.opening().openedBy()));
    }

    private void use() {
        columns.text(
                        "leases",
                        session -> Formats.number(session.use().granted()),
                        comparingLong(session -> session.use().granted()))
                .text(
                        "peak",
                        session -> Formats.number(session.use().peak()),
                        comparingInt(session -> session.use().peak()));
    }

    private void closing() {
        time("closed", SessionRecord::closedAt);
        columns.cells("why", this::why, SessionOrder.WHY, () -> new WhyCell(target, this::why))
                .text(
                        "closedBy",
                        session -> Formats.text(session.closedBy()),
                        comparing(SessionRecord::closedBy))
                .text(
                        "failures",
                        session -> failures(session.failures()),
                        comparingInt(SessionRecord::failures));
    }

    private void time(String id, Function<SessionRecord, Optional<Instant>> time) {
        columns.hinted(
                id,
                session -> formats.time(time.apply(session)),
                session -> time.apply(session).map(formats::exact).orElse(""),
                comparing(session -> time.apply(session).orElse(Instant.MAX)));
    }

    private String why(SessionRecord session) {
        return session.ending()
                .flatMap(SessionRecord.Ending::why)
                .map(texts::word)
                .orElse(
                        session.state() == SessionRecord.State.OPEN_FAILED
                                ? texts.word(session.state())
                                : Formats.MISSING);
    }

    private static String failures(int count) {
        return count == 0 ? Formats.MISSING : Formats.number(count);
    }
}
