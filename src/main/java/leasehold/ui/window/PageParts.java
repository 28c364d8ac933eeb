package leasehold.ui.window;

import java.util.Optional;
import leasehold.ui.fx.Disposable;
import leasehold.ui.fx.Rooms.Room;

/**
 * The views that a target's page is made of.
 *
 * @param card the session card
 * @param leases the table of leases
 * @param sessions the table of sessions
 * @param events the table of events
 * @param failures the table of failures
 * @param details the side pane
 * @param simulator the strip of simulated clients, if the target has them
 */
public record PageParts(
        Room<?> card,
        Room<?> leases,
        Room<?> sessions,
        Room<?> events,
        Room<?> failures,
        Room<?> details,
        Optional<Room<?>> simulator)
        implements Disposable {

    @Override
    public void dispose() {
        card.dispose();
        leases.dispose();
        sessions.dispose();
        events.dispose();
        failures.dispose();
        details.dispose();
        simulator.ifPresent(Room::dispose);
    }
}
