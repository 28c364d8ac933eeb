package leasehold.ui.sessions;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javafx.scene.control.TableView;
import leasehold.monitor.SessionRecord;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Keys;
import leasehold.ui.model.Formats;
import leasehold.ui.model.SessionRow;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The columns of the sessions. */
final class SessionColumns {

    private final TargetModel target;
    private final Texts texts;
    private final Formats formats;
    private final Columns<SessionRow, SessionRecord> columns;

    SessionColumns(TableView<SessionRow> table, TargetModel target) {
        this.target = target;
        texts = target.words().texts();
        formats = target.words().formats();
        columns = new Columns<>(table, SessionRow::record, comparingLong(SessionRecord::epoch));
        opening();
        use();
        closing();
        columns.fold("openedBy", "failures", "closedBy", "closed", "peak");
    }

    void keys(Map<Keys, Runnable> more) {
        columns.keys(more);
    }

    private void opening() {
        columns.cells(
                        "state",
                        session -> texts.word(session.state()),
                        comparing(SessionRecord::state),
                        () -> new SessionStateCell(texts))
                .text("session", s -> "#" + s.epoch(), comparingLong(SessionRecord::epoch))
                .text(
                        "opened",
                        session -> formats.time(session.opening().openedAt()),
                        comparing(session -> session.opening().openedAt().orElse(Instant.MAX)))
                .text(
                        "took",
                        session -> Formats.nanos(session.opening().tookNanos()),
                        comparingLong(session -> session.opening().tookNanos()))
                .cells(
                        "openFor",
                        session -> OpenForCell.text(target, session),
                        comparing(this::openFor),
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
        columns.text(
                        "closed",
                        session -> formats.time(session.closedAt()),
                        comparing(session -> session.closedAt().orElse(Instant.MAX)))
                .text("why", this::why, comparing(this::why))
                .text(
                        "closedBy",
                        session -> Formats.text(session.closedBy()),
                        comparing(SessionRecord::closedBy))
                .text(
                        "failures",
                        session -> failures(session.failures()),
                        comparingInt(SessionRecord::failures));
    }

    private Duration openFor(SessionRecord session) {
        return session.openFor(formats.now()).orElse(Duration.ZERO);
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
