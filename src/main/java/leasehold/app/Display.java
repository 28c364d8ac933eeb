package leasehold.app;

import java.util.Locale;

/** Whether there is a display to open a window on. */
final class Display {

    /** What to do if there is none. */
    static final String HELP =
            "there is no display to open a window on; set DISPLAY, or put xvfb-run -a in front";

    private Display() {}

    /** Tells whether a display is named, or none is needed. */
    static boolean there() {
        boolean x11 = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        String display = System.getenv("DISPLAY");
        return !x11 || headless || (display != null && !display.isBlank());
    }
}
