package leasehold.ui.window;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import leasehold.ui.fx.Keys;

/** The keys that work wherever the focus is. None of them does harm without asking. */
final class Shortcuts {

    private final Acts acts;
    private final Parent body;

    private Shortcuts(Acts acts, Parent body) {
        this.acts = acts;
        this.body = body;
    }

    /**
     * Has a scene hear the keys.
     *
     * @param body the window, without the dialogs that are laid on it
     */
    static void bind(Acts acts, Parent body, Scene scene) {
        Shortcuts shortcuts = new Shortcuts(acts, body);
        for (Keys key : Keys.values()) {
            if (key.where() == Keys.Where.WINDOW) {
                shortcuts.accelerate(scene, key);
            }
        }
        body.addEventHandler(KeyEvent.KEY_TYPED, shortcuts::typed);
        body.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::pressed);
    }

    private void accelerate(Scene scene, Keys key) {
        for (int i = 0; i < key.combinations().size(); i++) {
            int which = i;
            scene.getAccelerators().put(key.combinations().get(i), () -> act(key, which));
        }
    }

    /** Behind a dialog the window is disabled, and so are its keys. */
    private void act(Keys key, int which) {
        if (body.isDisabled()) {
            return;
        }
        switch (key) {
            case ACQUIRE -> acts.acquire();
            case CLOSE_SESSION -> acts.closeSession();
            case FILTER -> filter();
            case TAB -> acts.bring(which);
            case PAUSE -> acts.togglePause();
            case OPEN -> acts.openRecording();
            case EXPORT -> acts.export();
            case SIDE_PANE -> acts.toggleDetails();
            case NEXT_FAILURE -> acts.failure(1);
            case PREVIOUS_FAILURE -> acts.failure(-1);
            case NEXT_REGION -> Regions.move(body, 1);
            case PREVIOUS_REGION -> Regions.move(body, -1);
            case SHEET -> acts.showKeys();
            case DETAILS, FOLLOW, COPY, COPY_AS, CLEAR_FILTER, RELEASE, REVOKE, MUTE, CANCEL ->
                    throw new IllegalArgumentException(key + " is no key of the window");
        }
    }

    /** A tab without a filter leads to the first, which has one. */
    private void filter() {
        if (!Regions.focus(body, ".filter")) {
            acts.bring(0);
            body.layout();
            Regions.focus(body, ".filter");
        }
    }

    private void typed(KeyEvent key) {
        if (Keys.FILTER.typed(key) && !(key.getTarget() instanceof TextInputControl)) {
            key.consume();
            filter();
        }
    }

    private void pressed(KeyEvent key) {
        if (Keys.CLEAR_FILTER.pressed(key)
                && key.getTarget() instanceof TextInputControl filter
                && filter.getStyleClass().contains("filter")) {
            filter.clear();
            Regions.focus(body, ".table-view");
        }
    }
}
