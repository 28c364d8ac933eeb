package leasehold.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import leasehold.history.PastState;
import leasehold.monitor.SessionRecord;
import leasehold.session.LeaseInfo;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/** Says in lines what a controller was like. */
final class AftermathText {

    /** So many leases are named. */
    private static final int NAMED = 8;

    private final Texts texts;
    private final Formats formats;

    AftermathText(Words words) {
        texts = words.texts();
        formats = words.formats();
    }

    /**
     * Returns the lines.
     *
     * @param at when it was so: up to then the leases had been held
     */
    List<String> of(PastState state, Instant at) {
        List<String> lines = new ArrayList<>();
        lines.add(state(state));
        state.sessions().forEach(session -> lines.add(session(session)));
        if (!state.strays().isEmpty()) {
            lines.add(texts.get("then.unclosed", strays(state.strays())));
        }
        state.drain()
                .filter(_ -> state.state() != SessionState.SHUT_DOWN)
                .map(SessionSnapshot.Drain::until)
                .ifPresent(until -> lines.add(texts.get("then.refuses", formats.clock(until))));
        addLeases(lines, state, at);
        if (state.missing() > 0) {
            lines.add(texts.get("then.missing", state.missing()));
        }
        return lines;
    }

    private void addLeases(List<String> lines, PastState state, Instant at) {
        List<LeaseInfo> held = state.held();
        lines.add(texts.get("then.held", held.size()));
        held.stream().limit(NAMED).forEach(lease -> lines.add(lease(lease, at)));
        if (held.size() > NAMED) {
            lines.add(texts.get("then.more", held.size() - NAMED));
        }
        int waited = state.leases().size() - held.size();
        if (waited > 0) {
            lines.add(texts.get("then.waited", waited));
        }
    }

    private String state(PastState state) {
        String word = texts.word(state.state());
        return state.since()
                .map(since -> texts.get("then.since", word, formats.clock(since)))
                .orElse(word);
    }

    private String session(PastState.Session session) {
        boolean isOpen =
                session.phase() == SessionInfo.Phase.OPEN
                        || session.phase() == SessionInfo.Phase.LINGERING;
        if (isOpen && session.openedAt().isPresent()) {
            String opened = formats.clock(session.openedAt().get());
            return texts.get("then.opened", session.epoch(), opened);
        }
        String phase = texts.word(word(session.phase())).toLowerCase(Locale.ENGLISH);
        return texts.get("then.session", session.epoch(), phase, formats.clock(session.since()));
    }

    private static SessionRecord.State word(SessionInfo.Phase phase) {
        return switch (phase) {
            case OPENING -> SessionRecord.State.OPENING;
            case OPEN -> SessionRecord.State.OPEN;
            case LINGERING -> SessionRecord.State.LINGERING;
            case RETIRING -> SessionRecord.State.RETIRING;
            case CLOSING -> SessionRecord.State.CLOSING;
        };
    }

    private String strays(List<Long> epochs) {
        String named =
                epochs.stream()
                        .limit(NAMED)
                        .map(epoch -> "#" + epoch)
                        .collect(Collectors.joining(", "));
        return epochs.size() > NAMED
                ? named + " " + texts.get("then.more", epochs.size() - NAMED)
                : named;
    }

    private String lease(LeaseInfo lease, Instant at) {
        Duration held = Duration.between(lease.grantedAt().orElse(lease.requestedAt()), at);
        String time = Formats.duration(held.isNegative() ? Duration.ZERO : held);
        return texts.get("then.lease", Formats.text(lease.client()), lease.id(), time);
    }
}
