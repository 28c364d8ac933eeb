package leasehold.monitor.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leasehold.monitor.SessionRecord;

/** Sessions as the window has them, a row each. */
final class SessionTable {

    private final Html html;
    private final ReportTexts texts;

    SessionTable(Html html, ReportTexts texts) {
        this.html = html;
        this.texts = texts;
    }

    void write(List<SessionRecord> sessions, Instant now) throws IOException {
        Table table =
                new Table(
                        html,
                        List.of(
                                texts.get("sessions.state"),
                                ">" + texts.get("sessions.session"),
                                ">" + texts.get("sessions.opened"),
                                ">" + texts.get("sessions.took"),
                                ">" + texts.get("sessions.openFor"),
                                texts.get("sessions.openedBy"),
                                ">" + texts.get("sessions.leases"),
                                ">" + texts.get("sessions.peak"),
                                ">" + texts.get("sessions.closed"),
                                texts.get("sessions.why"),
                                texts.get("sessions.closedBy"),
                                ">" + texts.get("sessions.failures")));
        for (SessionRecord session : sessions) {
            row(table, session, now);
        }
        table.end();
    }

    private void row(Table table, SessionRecord session, Instant now) throws IOException {
        table.row().state(Tone.of(session.state()), texts.of(session.state()));
        table.cell("#" + session.epoch());
        table.cell(texts.time(session.opening().openedAt()));
        table.cell(texts.duration(took(session.opening().tookNanos())));
        table.cell(texts.duration(session.openFor(now)));
        table.cell(ReportTexts.orMissing(session.opening().openedBy()));
        table.cell(ReportTexts.number(session.use().granted()));
        table.cell(number(session.use().peak()));
        table.cell(texts.time(session.closedAt()));
        table.cell(
                session.ending()
                        .flatMap(SessionRecord.Ending::why)
                        .map(texts::of)
                        .orElse(ReportTexts.MISSING));
        table.cell(ReportTexts.orMissing(session.closedBy()));
        table.cell(number(session.failures())).endRow();
    }

    private static Optional<Duration> took(long nanos) {
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private static String number(int number) {
        return number == 0 ? ReportTexts.MISSING : ReportTexts.number(number);
    }
}
