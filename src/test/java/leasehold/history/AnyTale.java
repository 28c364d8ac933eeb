package leasehold.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import leasehold.session.LeaseInfo;
import leasehold.session.Ledger;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import leasehold.session.SessionState;

/**
 * Any record: two controllers, told of side by side, that restart, are listened to too late, are
 * missed something of, and otherwise tell any event. A longer tale of the same seed begins as a
 * shorter one.
 */
public final class AnyTale {

    private static final List<String> NAMES = List.of("orders", "склад '1'");

    private final Path file;
    private final Random random;
    private final AnyEvent events;
    private final List<SessionEvent> told = new ArrayList<>();

    private AnyTale(Path file, long seed) {
        this.file = file;
        random = Inputs.random(seed);
        events = new AnyEvent(seed);
    }

    /** A controller that is recorded. */
    private static final class Voice {
        private final SessionListener listener;
        private final String name;
        private long number;
        private boolean over;

        private Voice(HistoryStore store, String name) {
            listener = store.recording(name).listener();
            this.name = name;
        }
    }

    /**
     * Writes a record of so many steps, and returns the events that were told, by run and number.
     */
    public static List<SessionEvent> write(Path file, long seed, long steps) throws IOException {
        AnyTale tale = new AnyTale(file, seed);
        long left = steps;
        while (left > 0) {
            long now = Math.min(left, 1 + tale.random.nextInt(40));
            tale.program(now);
            left -= now;
        }
        return tale.told;
    }

    private void program(long steps) throws IOException {
        try (HistoryStore store = HistoryStore.open(file)) {
            List<Voice> voices = NAMES.stream().map(name -> new Voice(store, name)).toList();
            for (Voice voice : voices) {
                voice.number = random.nextBoolean() ? 0 : random.nextInt(9);
                look(voice);
                tell(voice);
            }
            for (long step = 0; step < steps; step++) {
                step(voices.get(random.nextInt(voices.size())));
            }
        }
    }

    private void step(Voice voice) {
        if (voice.over) {
            return;
        }
        if (random.nextInt(12) == 0) {
            long first = voice.number + 1;
            voice.number += 1 + random.nextInt(5);
            voice.listener.onGap(first, voice.number);
            look(voice);
        } else {
            tell(voice);
        }
    }

    private void tell(Voice voice) {
        voice.number++;
        SessionEvent event = events.next(voice.number, at());
        voice.over = event instanceof SessionEvent.ShutDown;
        voice.listener.onEvent(event);
        told.add(event);
    }

    private void look(Voice voice) {
        Instant at = at();
        List<LeaseInfo> leases = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            leases.add(Made.lease(random.nextInt(5), i, "a '" + i + "'", at));
        }
        SessionState state = SessionState.values()[random.nextInt(SessionState.values().length)];
        Ledger ledger = new Ledger(leases.size(), 0, 0, 0, 0, 0, 0, leases.size());
        voice.listener.onSnapshot(
                new SessionSnapshot(
                        voice.name,
                        voice.number,
                        at,
                        random.nextLong(),
                        state,
                        at,
                        List.of(),
                        List.of(),
                        ledger,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        new SessionSnapshot.Tally(0, 0)),
                leases);
    }

    private Instant at() {
        return Times.instant(random.nextLong());
    }
}
