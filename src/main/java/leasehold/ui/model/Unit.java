package leasehold.ui.model;

import java.math.BigDecimal;

/** How a setting reads in its field. */
public enum Unit {
    /** As it is. */
    PLAIN,
    /** A part of one, in percent. */
    PERCENT;

    /** Returns what stands in the field for a value. */
    public String shown(String value) {
        return moved(value, 2);
    }

    /** Returns the value for what stands in the field; what is no number stays as it is. */
    public String typed(String text) {
        return moved(text, -2);
    }

    /** Tells whether what stands in the field is within the unit's bounds, if it has some. */
    public boolean allows(String value) {
        try {
            return this == PLAIN || new BigDecimal(value).abs().compareTo(BigDecimal.ONE) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private String moved(String number, int places) {
        if (this == PLAIN) {
            return number.strip();
        }
        try {
            return new BigDecimal(number.replace('%', ' ').strip())
                    .movePointRight(places)
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (NumberFormatException e) {
            return number.strip();
        }
    }
}
