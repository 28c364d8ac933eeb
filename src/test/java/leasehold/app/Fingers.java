package leasehold.app;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotContext;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Points, clicks and types, and waits for what comes of it once an act. The robot itself would wait
 * after every key that goes down or up and after every letter, and go to a place in 200 steps over
 * all that lies between: tables hold their rows back for a while wherever the pointer passes.
 */
final class Fingers {

    private final FxRobotContext robot;

    Fingers(FxRobot robot) {
        this.robot = robot.robotContext();
    }

    /** Moves the pointer to a place of the screen. */
    void point(Point2D at) {
        robot.getMouseRobot().moveNoWait(at);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Clicks at a place of the screen. */
    void click(Point2D at) {
        robot.getMouseRobot().moveNoWait(at);
        robot.getMouseRobot().pressNoWait(MouseButton.PRIMARY);
        robot.getMouseRobot().releaseNoWait(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses keys together. */
    void press(KeyCode... keys) {
        strike(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses keys together, and waits for no more than what they do at once. */
    void strike(KeyCode... keys) {
        robot.getKeyboardRobot().pressNoWait(keys);
        robot.getKeyboardRobot().releaseNoWait(keys);
    }

    /** Writes into what has the focus in a scene. */
    void write(Scene scene, String text) {
        text.chars()
                .mapToObj(Character::toString)
                .forEach(
                        letter ->
                                robot.getBaseRobot()
                                        .typeKeyboard(scene, KeyCode.UNDEFINED, letter));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
