package leasehold.ui.window;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import leasehold.ui.model.DetailsModel.Topic;
import org.jspecify.annotations.Nullable;

/** The keys that work wherever the focus is. None of them does harm without asking. */
final class Shortcuts {

    private Shortcuts() {}

    static void of(WindowController window, @Nullable Scene scene) {
        if (scene == null) {
            return;
        }
        add(scene, KeyCode.N, window::acquire);
        add(scene, KeyCode.DIGIT1, () -> window.bring(Topic.LEASES));
        add(scene, KeyCode.DIGIT2, () -> window.bring(Topic.SESSIONS));
        add(scene, KeyCode.DIGIT3, () -> window.bring(Topic.EVENTS));
        add(scene, KeyCode.DIGIT4, () -> window.bring(Topic.FAILURES));
        add(scene, KeyCode.W, window::closeSession, KeyCombination.SHIFT_DOWN);
        add(scene, KeyCode.F, () -> filter(window, scene));
    }

    private static void filter(WindowController window, Scene scene) {
        boolean events = window.inFront(Topic.EVENTS);
        window.bring(events ? Topic.EVENTS : Topic.LEASES);
        Node field = scene.lookup(events ? "#event-filter" : "#filter");
        if (field != null) {
            field.requestFocus();
        }
    }

    private static void add(
            Scene scene, KeyCode key, Runnable action, KeyCombination.Modifier... more) {
        KeyCombination.Modifier[] all = new KeyCombination.Modifier[more.length + 1];
        all[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(more, 0, all, 1, more.length);
        // Behind a dialog the window is disabled, and so are its keys.
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(key, all),
                        () -> {
                            if (scene.lookup("#window") != null
                                    && !scene.lookup("#window").isDisabled()) {
                                action.run();
                            }
                        });
    }
}
