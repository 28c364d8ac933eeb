package leasehold.app;

import static leasehold.app.Pictures.both;
import static leasehold.app.Pictures.rest;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import leasehold.ui.model.DetailsModel.Topic;
import leasehold.ui.model.TargetModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables with nothing in them, and why. */
@Tag("pictures")
class EmptyPicturesTest {

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void beforeAnything(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of())) {
            for (Topic topic : Topic.values()) {
                OpenWindow.run(() -> window.target().details().topic().set(topic));
                both(window, frame.of("empty-" + topic.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"USUAL", "SMALL"})
    void nothingMatches(Frame frame) throws TimeoutException {
        try (OpenWindow window = frame.open(Map.of("failsUnknown", "0.4", "openTakes", "50ms"))) {
            TargetModel target = window.target();
            OpenWindow.run(() -> target.simulator().orElseThrow().change(4));
            rest(3);
            OpenWindow.run(() -> target.leases().filter().set("held>10m"));
            both(window, frame.of("filtered-leases"));
            OpenWindow.run(() -> target.details().topic().set(Topic.SESSIONS));
            OpenWindow.run(() -> target.sessions().unclosed().set(true));
            both(window, frame.of("filtered-sessions"));
            OpenWindow.run(() -> target.details().topic().set(Topic.EVENTS));
            OpenWindow.run(() -> target.events().filter().set("client:nobody"));
            both(window, frame.of("filtered-events"));
        }
    }
}
