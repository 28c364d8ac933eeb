package leasehold.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
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
                lay(see(popup.getScene()), picture, x, y);
            }
        }
        return picture;
    }

    /** A popup as it is, for a scene's own snapshot would be white where nothing is. */
    private static WritableImage see(Scene popup) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        clear.setViewport(new Rectangle2D(0, 0, popup.getWidth(), popup.getHeight()));
        return popup.getRoot().snapshot(clear, null);
    }

    private static void lay(WritableImage upper, WritableImage picture, int left, int top) {
        PixelReader above = upper.getPixelReader();
        PixelReader below = picture.getPixelReader();
        PixelWriter out = picture.getPixelWriter();
        int right = (int) Math.min(upper.getWidth(), picture.getWidth() - left);
        int bottom = (int) Math.min(upper.getHeight(), picture.getHeight() - top);
        for (int y = Math.max(0, -top); y < bottom; y++) {
            for (int x = Math.max(0, -left); x < right; x++) {
                Color seen = above.getColor(x, y);
                Color ground = below.getColor(left + x, top + y);
                Color solid = Color.color(seen.getRed(), seen.getGreen(), seen.getBlue());
                out.setColor(left + x, top + y, ground.interpolate(solid, seen.getOpacity()));
            }
        }
    }
}
