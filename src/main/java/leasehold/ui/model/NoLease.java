package leasehold.ui.model;

import java.util.Optional;
import leasehold.monitor.CardState;
import leasehold.session.Failure;

/**
 * Why there is no lease to show, and what can be done about it.
 *
 * @param look the state's icon and colour
 * @param why the cause, in one sentence
 * @param next what comes of what is offered, or of waiting
 * @param offer what can be done
 */
public record NoLease(Look look, String why, String next, Offer offer) {

    /** What can be done where there is no lease. */
    public enum Offer {
        /** Acquire one. */
        ACQUIRE,
        /** End the time in which a failure answers all callers. */
        TRY_NOW,
        /** Nothing. */
        NOTHING
    }

    /**
     * Tells of a state.
     *
     * @param acquire the key that acquires a lease
     */
    public static NoLease of(CardState state, Words words, String acquire) {
        Texts texts = words.texts();
        return switch (state) {
            case CardState.Closed _ ->
                    acquire(
                            state,
                            texts.get("leases.empty"),
                            texts.get("leases.empty.why", acquire));
            case CardState.Open _, CardState.Draining _ ->
                    acquire(
                            state,
                            texts.get("leases.empty.open"),
                            texts.get("leases.empty.open.why", acquire));
            case CardState.Lingering _ ->
                    acquire(
                            state,
                            texts.get("leases.empty.lingering"),
                            texts.get("leases.empty.open.why", acquire));
            case CardState.Opening opening -> soon(state, opening.epoch(), texts, acquire);
            case CardState.Closing closing ->
                    acquire(
                            state,
                            texts.get("leases.empty.closing", closing.epoch()),
                            texts.get("leases.empty.closing.why", acquire));
            case CardState.OpenFailed failed -> openFailed(failed, words, acquire);
            case CardState.Lost lost -> lost(lost, texts, acquire);
            case CardState.ShutDown ended -> shutDown(ended, words);
        };
    }

    /** Tells of the state in which a recording ends, once it is read. */
    public static NoLease of(CardState state, RecordingModel recording, Words words) {
        String why = recording.reading() ? "leases.empty.reading" : "leases.empty.recording";
        return new NoLease(
                Look.of(state),
                words.texts().get(why),
                Texts.plain(recording.asOf()),
                Offer.NOTHING);
    }

    private static NoLease openFailed(CardState.OpenFailed failed, Words words, String acquire) {
        Texts texts = words.texts();
        String why = texts.get("leases.empty.openFailed", cause(failed.failure(), texts));
        return failed.heldUntil()
                .map(words.formats()::until)
                .map(until -> texts.get("leases.empty.openFailed.held", until))
                .map(next -> new NoLease(Look.of(failed), why, next, Offer.TRY_NOW))
                .orElseGet(() -> acquire(failed, why, texts.get("leases.empty.again", acquire)));
    }

    private static NoLease lost(CardState.Lost lost, Texts texts, String acquire) {
        Optional<Long> next = lost.reopening().map(CardState.Opening::epoch);
        String cause = cause(lost.failure(), texts);
        return next.map(epoch -> soon(lost, epoch, texts, acquire))
                .orElseGet(
                        () ->
                                acquire(
                                        lost,
                                        texts.get("leases.empty.lost", lost.epoch(), cause),
                                        texts.get("leases.empty.again", acquire)));
    }

    private static NoLease shutDown(CardState.ShutDown ended, Words words) {
        return new NoLease(
                Look.of(ended),
                words.texts().get("leases.empty.ended"),
                words.at("status.asOf", ended.since()),
                Offer.NOTHING);
    }

    private static NoLease soon(CardState state, long epoch, Texts texts, String acquire) {
        return acquire(
                state,
                texts.get("leases.empty.opening", epoch),
                texts.get("leases.empty.opening.why", acquire));
    }

    private static NoLease acquire(CardState state, String why, String next) {
        return new NoLease(Look.of(state), why, next, Offer.ACQUIRE);
    }

    /** The first line of what the server said, else what kind of failure it is; no full stop. */
    private static String cause(Failure failure, Texts texts) {
        String said = failure.text().strip().lines().findFirst().orElse("");
        String bare = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        return bare.isBlank() ? texts.hint(failure.category()) : bare;
    }
}
