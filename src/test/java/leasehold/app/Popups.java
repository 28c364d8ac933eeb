package leasehold.app;

import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** A picture of a scene with the popups that stand over it, which a snapshot leaves out. */
final class Popups {

    private Popups() {}

    static WritableImage over(Scene scene) {
        WritableImage picture = scene.snapshot(null);
        double left = scene.getWindow().getX() + scene.getX();
        double top = scene.getWindow().getY() + scene.getY();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup && popup.isShowing()) {
                int x = (int) (popup.getX() - left);
                int y = (int) (popup.getY() - top);
                lay(popup.getScene().snapshot(null), picture, x, y);
            }
        }
        return picture;
    }

    private static void lay(WritableImage upper, WritableImage picture, int left, int top) {
        PixelReader pixels = upper.getPixelReader();
        for (int y = 0; y < upper.getHeight(); y++) {
            for (int x = 0; x < upper.getWidth(); x++) {
                boolean inside =
                        left + x >= 0
                                && top + y >= 0
                                && left + x < picture.getWidth()
                                && top + y < picture.getHeight();
                if (inside && pixels.getArgb(x, y) >>> 24 == 0xff) {
                    picture.getPixelWriter().setArgb(left + x, top + y, pixels.getArgb(x, y));
                }
            }
        }
    }
}
