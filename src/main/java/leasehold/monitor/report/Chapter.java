package leasehold.monitor.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import leasehold.history.Entry;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Sharing;

/** What a report has of one controller. */
final class Chapter {

    /** So many sessions are shown. */
    static final int SHOWN = 1_000;

    private static final int CAUSES = 50;
    private static final int NAMED = 5;

    private final Html html;
    private final ReportTexts texts;
    private final Charts charts;

    Chapter(Html html, ReportTexts texts) {
        this.html = html;
        this.texts = texts;
        charts = new Charts(html, texts);
    }

    void write(ReportFacts facts) throws IOException {
        html.open("section");
        html.element("h2", facts.head().controller());
        html.element(
                "p",
                texts.get(
                        "head",
                        texts.time(facts.first()),
                        texts.time(facts.last()),
                        facts.head().extent().count(),
                        facts.head().runs().size()),
                "class",
                "muted");
        Sentences sentences = new Sentences(texts);
        paragraphs(sentences.of(facts), "say");
        paragraphs(sentences.missing(facts), "warning");
        gaps(facts.head().gaps().newest());
        head("held.title");
        charts.held(facts);
        sessions(facts);
        causes(facts.causes());
        sharing(facts.sessions().sharing());
        lingers(facts);
        html.closeLine();
    }

    private void paragraphs(List<String> sentences, String style) throws IOException {
        for (String sentence : sentences) {
            html.open("p", "class", style).text(sentence).closeLine();
        }
    }

    private void head(String key) throws IOException {
        html.element("h3", texts.get(key));
    }

    private void gaps(List<Entry.Missed> gaps) throws IOException {
        if (gaps.isEmpty()) {
            return;
        }
        Table table = table("gaps.at", ">gaps.first", ">gaps.last", ">gaps.count", "gaps.why");
        for (Entry.Missed gap : gaps) {
            table.row().cell(texts.time(gap.at()));
            table.cell(ReportTexts.number(gap.first())).cell(ReportTexts.number(gap.last()));
            table.cell(ReportTexts.number(gap.count())).cell(texts.of(gap.why())).endRow();
        }
        table.end();
    }

    private void sessions(ReportFacts facts) throws IOException {
        List<SessionRecord> all = facts.sessions().newest();
        if (all.isEmpty()) {
            return;
        }
        List<SessionRecord> shown = all.subList(0, Math.min(all.size(), SHOWN));
        head("sessions.title");
        charts.sessions(facts, shown);
        new SessionTable(html, texts).write(shown, facts.last());
        if (shown.size() < all.size() || facts.sessions().more()) {
            html.element("p", texts.get("sessions.more", shown.size()), "class", "muted");
        }
    }

    private void causes(List<FailureGroup> causes) throws IOException {
        if (causes.isEmpty()) {
            return;
        }
        head("causes.title");
        Table table =
                table(
                        "causes.stage",
                        "causes.category",
                        "causes.cause",
                        ">causes.count",
                        ">causes.clients",
                        "causes.first",
                        "causes.last");
        for (FailureGroup cause : causes.subList(0, Math.min(causes.size(), CAUSES))) {
            String text = cause.isOther() ? texts.get("causes.other") : cause.latest().text();
            table.row().cell(texts.of(cause.stage())).state(Tone.FAIL, texts.of(cause.category()));
            table.cell(ReportTexts.orMissing(text)).cell(ReportTexts.number(cause.count()));
            table.cell(several(cause.clients()));
            table.cell(texts.time(cause.firstSeen())).cell(texts.time(cause.lastSeen())).endRow();
        }
        table.end();
        if (causes.size() > CAUSES) {
            html.element("p", texts.get("causes.more", causes.size() - CAUSES), "class", "muted");
        }
    }

    private static String several(FailureGroup.Several<String> clients) {
        return ReportTexts.number(clients.count()) + (clients.more() ? "+" : "");
    }

    private void sharing(Sharing sharing) throws IOException {
        if (sharing.openers().isEmpty()) {
            return;
        }
        head("who.title");
        html.open("div", "class", "two");
        who("who.openers", sharing.openers());
        who("who.closers", sharing.closers());
        html.closeLine();
    }

    private void who(String key, List<Sharing.Who> clients) throws IOException {
        html.open("div");
        Table table = table(key, ">who.times");
        for (Sharing.Who who : clients.stream().limit(NAMED).toList()) {
            table.row().cell(who.client()).cell(ReportTexts.number(who.times())).endRow();
        }
        table.end();
        if (clients.size() > NAMED) {
            html.element("p", texts.get("who.more", clients.size() - NAMED), "class", "muted");
        }
        html.close();
    }

    private void lingers(ReportFacts facts) throws IOException {
        if (facts.lingers().isEmpty()) {
            return;
        }
        head("linger.title");
        html.element("p", texts.get("linger.opens"), "class", "caption");
        charts.opens(facts.lingers());
        html.element("p", texts.get("linger.openTime"), "class", "caption");
        charts.openTime(facts.lingers());
        html.element("p", texts.get("linger.means", facts.head().runs().size()), "class", "muted");
    }

    private Table table(String... keys) throws IOException {
        return new Table(
                html,
                Arrays.stream(keys)
                        .map(
                                key ->
                                        key.startsWith(">")
                                                ? ">" + texts.get(key.substring(1))
                                                : texts.get(key))
                        .toList());
    }
}
