package leasehold.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The sizes at which the window is looked at. */
enum Frame {
    /** As it opens. */
    USUAL(1280, 800, ""),
    /** As small as it gets. */
    SMALL(960, 600, "small-"),
    /** Over a whole screen. */
    LARGE(1920, 1080, "large-");

    private final int width;
    private final int height;
    private final String prefix;

    Frame(int width, int height, String prefix) {
        this.width = width;
        this.height = height;
        this.prefix = prefix;
    }

    /** Opens the window at this size, on a simulated server with some settings. */
    OpenWindow open(Map<String, String> settings) throws TimeoutException {
        return new OpenWindow(width, height, settings);
    }

    /** Opens the window at this size, with its record in a file. */
    OpenWindow recorded(Path record) throws TimeoutException {
        return new OpenWindow(width, height, record);
    }

    /** Returns the name of a picture at this size. */
    String of(String name) {
        return prefix + name;
    }
}
