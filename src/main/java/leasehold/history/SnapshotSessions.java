package leasehold.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import leasehold.session.SessionInfo;
import leasehold.session.SessionSnapshot;

/** The sessions and strays of a snapshot, as an array of JSON, and the rest, as an object of it. */
final class SnapshotSessions {

    private static final String EPOCH = "session";
    private static final String PHASE = "phase";
    private static final String SINCE = "since";
    private static final String CLIENT = "client";
    private static final String OPENED = "openedAt";
    private static final String SERVER = "serverId";
    private static final String UNTIL = "until";
    private static final String MISSING = "missing";

    private SnapshotSessions() {}

    /** Returns the sessions; strays have no phase. */
    static String text(PastState state) {
        List<Consumer<Detail>> all = new ArrayList<>();
        state.sessions().forEach(session -> all.add(to -> write(to, session)));
        state.strays().forEach(epoch -> all.add(to -> to.with(EPOCH, epoch)));
        return new Detail().array(all, (to, one) -> one.accept(to));
    }

    /** Returns the rest. */
    static String rest(PastState state) {
        return new Detail()
                .object(
                        to -> {
                            to.withTime(SINCE, state.since());
                            state.drain()
                                    .ifPresent(
                                            drain -> to.with(UNTIL, drain.until()).by(drain.by()));
                            if (state.missing() > 0) {
                                to.with(MISSING, state.missing());
                            }
                        });
    }

    static List<PastState.Session> sessions(List<DetailReader> all) {
        return all.stream()
                .filter(one -> one.has(PHASE))
                .map(
                        one ->
                                new PastState.Session(
                                        one.number(EPOCH),
                                        one.word(PHASE, SessionInfo.Phase.class),
                                        one.time(SINCE),
                                        one.text(CLIENT),
                                        one.timeIf(OPENED),
                                        one.text(SERVER)))
                .toList();
    }

    static List<Long> strays(List<DetailReader> all) {
        return all.stream().filter(one -> !one.has(PHASE)).map(one -> one.number(EPOCH)).toList();
    }

    static Optional<SessionSnapshot.Drain> drain(DetailReader rest) {
        return rest.timeIf(UNTIL).map(until -> new SessionSnapshot.Drain(until, rest.byIf()));
    }

    private static void write(Detail to, PastState.Session session) {
        to.with(EPOCH, session.epoch())
                .with(PHASE, session.phase())
                .with(SINCE, session.since())
                .with(CLIENT, session.askedBy())
                .withTime(OPENED, session.openedAt())
                .with(SERVER, session.serverId());
    }
}
