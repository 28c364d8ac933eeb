package leasehold.ui.fx;

/** When a window is small, so that less is shown in it. */
public final class Small {

    private static final double WIDTH = 1_100;
    private static final double HEIGHT = 700;

    private Small() {}

    /** Tells whether a window of a size is. */
    public static boolean is(double width, double height) {
        return isNarrow(width) || height < HEIGHT;
    }

    /** Tells whether a window of a width is, however high it is. */
    public static boolean isNarrow(double width) {
        return width < WIDTH;
    }
}
