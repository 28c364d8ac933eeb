package leasehold.monitor.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * The frame of a chart: a drawing with a scale from 0 at the left and what is below. Places are
 * given as parts of its width, 0 to 1.
 */
final class Plot {

    private static final double WIDTH = 860;
    private static final double LEFT = 56;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double BOTTOM = 26;
    private static final int TIMES = 5;
    private static final int LINES = 4;
    private static final int DAY = 86_400;
    private static final int[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200
    };
    private static final int SHORT = 10;
    private static final DateTimeFormatter TENTHS = shape("HH:mm:ss.S");
    private static final DateTimeFormatter SECONDS = shape("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = shape("MM-dd HH:mm");
    private static final DateTimeFormatter DAYS = shape("uuuu-MM-dd");

    private final Html html;
    private final double height;
    private final double most;

    /**
     * Begins a drawing.
     *
     * @param height how high it is without what is below
     * @param most the highest value
     * @param says what it shows, for one who does not see it
     */
    Plot(Html html, double height, double most, String says) throws IOException {
        this.html = html;
        this.height = height;
        this.most = Math.max(most, 1e-9);
        String box = "0 0 %d %d".formatted((int) WIDTH, (int) (TOP + height + BOTTOM));
        html.open("div", "class", "chart");
        html.open("svg", "viewBox", box, "role", "img", "aria-label", says);
    }

    /** Ends the drawing. */
    void end() throws IOException {
        html.close().closeLine();
    }

    double x(double part) {
        return LEFT + part * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        return TOP + height - Math.min(value, most) / most * height;
    }

    /** Returns a highest value that makes even lines, for what is shown as a number. */
    static double even(double most) {
        for (double step = 1; ; step *= 10) {
            for (int times : new int[] {1, 2, 3, 5}) {
                if (LINES * times * step >= most) {
                    return LINES * times * step;
                }
            }
        }
    }

    /** Returns a highest time that makes even lines, in seconds. */
    static double evenTime(double most) {
        for (int step : STEPS) {
            if (LINES * step >= most) {
                return LINES * step;
            }
        }
        return even(most / DAY) * DAY;
    }

    /** Draws lines across, and at each what it stands for. */
    void lines(DoubleFunction<String> text) throws IOException {
        for (int i = 0; i <= LINES; i++) {
            double value = most * i / LINES;
            line(x(0), y(value), x(1), y(value), i == 0 ? "axis" : "line");
            text(x(0) - 8, y(value) + 4, "end", text.apply(value));
        }
    }

    /** Writes times below. */
    void times(ReportTexts texts, Instant from, Instant until) throws IOException {
        Duration all = Duration.between(from, until);
        for (int i = 0; i < TIMES; i++) {
            double part = i / (TIMES - 1.0);
            Instant at = from.plusMillis((long) (all.toMillis() * part));
            below(part, texts.time(at, shape(all)));
        }
    }

    /** Writes something below, so that it does not stand out at either side. */
    void below(double part, String text) throws IOException {
        String anchor = part <= 0 ? "start" : part >= 1 ? "end" : "middle";
        text(x(part), TOP + height + 18, anchor, text);
    }

    void line(double x1, double y1, double x2, double y2, String style) throws IOException {
        html.empty("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", style).raw("</line>");
    }

    void path(String commands, String style) throws IOException {
        html.open("path", "d", commands, "class", style).close();
    }

    /** Draws a bar that tells more when it is pointed at. */
    void bar(double from, double to, double y, double high, String style, String tells)
            throws IOException {
        double wide = Math.max(1, x(to) - x(from));
        html.open("rect", "x", x(from), "y", y, "width", wide, "height", high, "class", style);
        html.element("title", tells).close();
    }

    void dot(double x, double y, String style, String tells) throws IOException {
        html.open("circle", "cx", x, "cy", y, "r", 3.5, "class", style);
        html.element("title", tells).close();
    }

    private void text(double x, double y, String anchor, String text) throws IOException {
        html.element("text", text, "x", x, "y", y, "text-anchor", anchor);
    }

    private static DateTimeFormatter shape(Duration all) {
        if (all.toHours() < 24) {
            return all.toSeconds() < SHORT ? TENTHS : SECONDS;
        }
        return all.toDays() < 7 ? MINUTES : DAYS;
    }

    private static DateTimeFormatter shape(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
