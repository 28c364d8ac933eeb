package leasehold.ui;

import java.util.stream.Stream;

/** A colour, as far as contrast goes. */
record Colour(double red, double green, double blue, double opacity) {

    private static final int HEX = 16;
    private static final double MOST = 255;

    /** Reads {@code #rrggbb}, {@code rgb(…)} and {@code rgba(…)}. */
    static Colour of(String css) {
        if (css.startsWith("#")) {
            int rgb = Integer.parseInt(css.substring(1), HEX);
            return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
        }
        String inside = css.substring(css.indexOf('(') + 1, css.indexOf(')'));
        double[] parts = Stream.of(inside.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new Colour(parts[0], parts[1], parts[2], parts.length == 3 ? 1 : parts[3]);
    }

    /** Returns what is seen of this above another. */
    Colour over(Colour ground) {
        return new Colour(
                mix(red, ground.red), mix(green, ground.green), mix(blue, ground.blue), 1);
    }

    /** Returns the contrast by WCAG 2, from 1 to 21. */
    double contrast(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private double mix(double mine, double others) {
        return mine * opacity + others * (1 - opacity);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double channel) {
        double part = channel / MOST;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
