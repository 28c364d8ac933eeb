package leasehold.monitor.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import leasehold.history.Run;
import leasehold.monitor.Durations;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.LingerAdvisor;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.Sharing;

/** What a report says before it shows anything. */
final class Sentences {

    private final ReportTexts texts;

    Sentences(ReportTexts texts) {
        this.texts = texts;
    }

    List<String> of(ReportFacts facts) {
        List<String> all = new ArrayList<>();
        all.add(state(facts));
        all.add(opens(facts));
        all.add(failures(facts.causes()));
        Sharing sharing = facts.sessions().sharing();
        if (sharing.opens() > 0) {
            all.add(sharing(sharing));
        }
        if (!facts.lingers().isEmpty()) {
            all.add(linger(facts.lingers()));
        }
        return all;
    }

    /** What is not in the record, said plainly; empty if all is there. */
    List<String> missing(ReportFacts facts) {
        List<String> all = new ArrayList<>();
        ReportFacts.Head head = facts.head();
        if (head.gaps().count() > 0) {
            all.add(texts.get("missing.gaps", head.gaps().count(), head.gaps().events()));
        }
        if (head.cutRuns() > 0) {
            all.add(texts.get("missing.cut", head.cutRuns()));
        }
        if (facts.sessions().more()) {
            all.add(texts.get("missing.sessions", FactsReader.MOST_SESSIONS));
        }
        return all;
    }

    private String state(ReportFacts facts) {
        String at = texts.time(facts.last());
        return facts.sessions()
                .last()
                .map(session -> state(facts, session, at))
                .orElseGet(() -> texts.get("state.none", at));
    }

    private String state(ReportFacts facts, SessionRecord session, String at) {
        String number = String.valueOf(session.epoch());
        String word = texts.of(session.state());
        boolean cut =
                facts.head()
                        .lastRun()
                        .end()
                        .map(Run.End::ending)
                        .filter(Run.Ending.CUT::equals)
                        .isPresent();
        if (session.closedAt().isEmpty()) {
            Duration open = session.openFor(facts.last()).orElse(Duration.ZERO);
            long held = facts.held().last();
            return texts.get("state.live", at, number, word, Durations.text(open), held);
        }
        return cut && session.state() == SessionRecord.State.CUT
                ? texts.get("state.cut", at, number)
                : texts.get("state.over", at, number, word, texts.time(session.closedAt()));
    }

    private String opens(ReportFacts facts) {
        Sharing sharing = facts.sessions().sharing();
        long failed = facts.sessions().failed();
        return texts.get("opens", sharing.opens(), sharing.leases(), failed, facts.held().peak());
    }

    private String failures(List<FailureGroup> causes) {
        long count = causes.stream().mapToLong(FailureGroup::count).sum();
        if (causes.isEmpty()) {
            return texts.get("failures.none");
        }
        FailureGroup first = causes.getFirst();
        return texts.get(
                "failures.some", count, causes.size(), first.latest().text(), first.count());
    }

    private String sharing(Sharing sharing) {
        return texts.get(
                "sharing",
                Math.round(sharing.leasesPerOpen() * 10) / 10.0,
                sharing.opensSaved(),
                Durations.text(sharing.waitingSaved()),
                sharing.flaps());
    }

    private String linger(List<Outcome> lingers) {
        Outcome without = lingers.getFirst();
        Outcome with = LingerAdvisor.worthwhile(lingers);
        if (with.equals(without)) {
            return texts.get("linger.none", without.opens());
        }
        return texts.get(
                "linger.some",
                Durations.chosen(with.linger()),
                with.opens(),
                without.opens(),
                Durations.text(with.openTime().minus(without.openTime())));
    }
}
