package leasehold.ui.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How new what the window shows is: live, paused, or as of the end of its controller.
 *
 * @param look icon and colour
 * @param text how it is said
 */
public record Freshness(Look look, String text) {

    private static final Look PAUSED = new Look("ci-pause-filled", "warn");
    private static final Look ENDED = new Look("ci-circle-dash", "closed");

    /** Tells how new a target's tables are. A pause stands still, whatever has ended meanwhile. */
    public static Freshness of(TargetModel target) {
        Words words = target.words();
        if (target.pause().on().get()) {
            return new Freshness(PAUSED, words.texts().get("status.paused"));
        }
        return ended(target)
                .map(at -> words.at("status.asOf", at))
                .map(text -> new Freshness(ENDED, text))
                .orElseGet(() -> new Freshness(Look.OPEN, words.texts().get("status.live")));
    }

    /** Returns since when nothing changes any more; empty while something may. */
    static Optional<Instant> ended(TargetModel target) {
        return target.recording().map(RecordingModel::end).or(() -> target.card().ended().get());
    }
}
