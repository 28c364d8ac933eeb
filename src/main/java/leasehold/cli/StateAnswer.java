package leasehold.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import leasehold.history.PastState;
import leasehold.history.Run;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/**
 * Tells what a controller was like at an instant.
 *
 * @param run the run in which it was
 * @param asked the instant
 * @param state what it was like
 */
record StateAnswer(Run run, Instant asked, PastState state) {

    /** So many leases and requests are named in a text. */
    private static final int NAMED = 20;

    /** Returns all of it, by its word. */
    SequencedMap<String, Object> facts() {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("controller", run.controller());
        facts.put("at", asked.toString());
        facts.put("run", run.id());
        facts.put("event", state.number());
        facts.put("state", state.state().name());
        state.since().ifPresent(since -> facts.put("since", since.toString()));
        refusesUntil().ifPresent(until -> facts.put("refusesUntil", until.toString()));
        facts.put("missing", state.missing());
        over().ifPresent(end -> facts.put("recordEnded", end.at().toString()));
        facts.put("sessions", state.sessions().stream().map(StateAnswer::facts).toList());
        facts.put("strays", state.strays());
        facts.put("leases", state.leases().stream().map(StateAnswer::facts).toList());
        return facts;
    }

    /** Returns the same for a person. */
    String text(Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(line(texts.get("state.head"), head(texts)));
        for (PastState.Session session : state.sessions()) {
            lines.add(line(texts.get("state.session"), session(texts, session)));
        }
        if (!state.strays().isEmpty()) {
            lines.add(line(texts.get("state.strays"), state.strays().toString()));
        }
        refusesUntil().ifPresent(until -> lines.add(line(texts.get("state.drain"), until)));
        leases(texts, lines);
        over().ifPresent(
                        end ->
                                lines.add(
                                        line(
                                                texts.get("state.over"),
                                                texts.get("state.ended", end.at(), end.ending()))));
        if (state.missing() > 0) {
            lines.add(line(texts.get("state.missing"), texts.get("state.gap", state.missing())));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String head(Texts texts) {
        String name = word(state.state());
        String number = Long.toString(state.number());
        String id = Long.toString(run.id());
        return state.since().isPresent()
                ? texts.get("state.stateSince", name, state.since().get(), number, id)
                : texts.get("state.state", name, number, id);
    }

    private static String session(Texts texts, PastState.Session session) {
        String epoch = Long.toString(session.epoch());
        String phase = word(session.phase());
        String said =
                session.openedAt().isPresent()
                        ? texts.get(
                                "state.opened",
                                epoch,
                                phase,
                                session.since(),
                                session.openedAt().get())
                        : texts.get("state.unopened", epoch, phase, session.since());
        return session.askedBy().isEmpty()
                ? said
                : texts.get("state.client", said, session.askedBy());
    }

    private void leases(Texts texts, List<String> lines) {
        List<LeaseInfo> held = state.held();
        List<LeaseInfo> waiting =
                state.leases().stream()
                        .filter(lease -> lease.state() == LeaseInfo.State.WAITING)
                        .toList();
        lines.add(line(texts.get("state.held"), held.size()));
        held.stream().limit(NAMED).forEach(lease -> lines.add(line("", held(texts, lease))));
        rest(texts, held, lines);
        lines.add(line(texts.get("state.waiting"), waiting.size()));
        waiting.stream().limit(NAMED).forEach(lease -> lines.add(line("", asked(texts, lease))));
        rest(texts, waiting, lines);
    }

    private static void rest(Texts texts, List<LeaseInfo> all, List<String> lines) {
        if (all.size() > NAMED) {
            lines.add(line("", texts.get("state.more", all.size() - NAMED)));
        }
    }

    private static String held(Texts texts, LeaseInfo lease) {
        return texts.get(
                "state.lease",
                Long.toString(lease.id()),
                lease.client(),
                lease.holder(),
                lease.grantedAt().orElse(lease.requestedAt()));
    }

    private static String asked(Texts texts, LeaseInfo lease) {
        return texts.get(
                "state.request",
                Long.toString(lease.id()),
                lease.client(),
                lease.holder(),
                lease.requestedAt());
    }

    /** Returns how the record ended, if the instant is after it, and the controller went on. */
    private Optional<Run.End> over() {
        return run.end()
                .filter(end -> end.ending() != Run.Ending.SHUT_DOWN)
                .filter(end -> end.at().isBefore(asked));
    }

    private Optional<Instant> refusesUntil() {
        return state.drain()
                .filter(_ -> state.state() != SessionState.SHUT_DOWN)
                .map(SessionSnapshot.Drain::until);
    }

    private static Map<String, Object> facts(PastState.Session session) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("session", session.epoch());
        facts.put("phase", session.phase().name());
        facts.put("since", session.since().toString());
        facts.put("askedBy", session.askedBy());
        session.openedAt().ifPresent(at -> facts.put("openedAt", at.toString()));
        facts.put("serverId", session.serverId());
        return facts;
    }

    private static Map<String, Object> facts(LeaseInfo lease) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("lease", lease.id());
        facts.put("session", lease.epoch());
        facts.put("state", lease.state().name());
        facts.put("client", lease.client());
        facts.put("holder", lease.holder().toString());
        facts.put("requestedAt", lease.requestedAt().toString());
        lease.grantedAt().ifPresent(at -> facts.put("grantedAt", at.toString()));
        return facts;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String line(String head, Object said) {
        return String.format(Locale.ROOT, "%-24s  %s", head, said);
    }
}
