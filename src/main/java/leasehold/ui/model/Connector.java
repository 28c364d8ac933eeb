package leasehold.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import leasehold.backend.Setting;
import leasehold.monitor.Target;

/** Makes targets of the backends that are there. */
public interface Connector {

    /** Returns the kinds of backends. */
    List<Kind> kinds();

    /** Connects to nothing yet, but adds the target; tells what is wrong with a setting. */
    Optional<Refusal> connect(Wish wish);

    /**
     * Opens a session and closes it again.
     *
     * @param done is told what came of it, unless a setting is wrong or it was cancelled
     */
    Trial test(Wish wish, Consumer<? super Outcome> done);

    /**
     * A kind of backend.
     *
     * @param id its short name
     * @param title its name for a person
     * @param settings its settings, in the order in which they are shown
     */
    record Kind(String id, String title, List<Setting> settings) {
        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * A target that is wished for.
     *
     * @param name what it is called
     * @param kind the kind of backend
     * @param purpose what it is for
     * @param readOnly whether nothing may be done to it
     * @param values the settings by name
     */
    record Wish(
            String name,
            Kind kind,
            Target.Kind purpose,
            boolean readOnly,
            Map<String, String> values) {

        /** Says nothing of the values, for some may be secret. */
        @Override
        public String toString() {
            return "%s, %s, %s".formatted(name, kind.id(), purpose);
        }
    }

    /**
     * What is wrong with a setting.
     *
     * @param setting its name
     * @param message what is wrong
     */
    record Refusal(String setting, String message) {}

    /**
     * A test that was asked for.
     *
     * @param refusal why it was not begun
     * @param cancel cancels it
     */
    record Trial(Optional<Refusal> refusal, Runnable cancel) {}

    /**
     * What came of a test.
     *
     * @param failure what failed, if anything did, without secrets
     * @param took how long it took
     */
    record Outcome(Optional<String> failure, Duration took) {}
}
