package leasehold.backend;

/**
 * A setting is missing, unknown or out of range. The message names it, its value and what is
 * allowed.
 */
public class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 200;

    private final String setting;

    /** Creates the refusal of one setting. */
    public InvalidSettingException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    /**
     * Returns the refusal of a value that is not allowed.
     *
     * @param value the value, which is no secret; what is long of it is cut, for a person reads it
     */
    public static InvalidSettingException of(String setting, String value, String allowed) {
        return new InvalidSettingException(
                setting,
                "setting '%s' is '%s'; allowed is %s".formatted(setting, shown(value), allowed));
    }

    /** Returns a text as it can stand in a sentence: on one line, and not longer than that. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Returns the name of the setting, so that a dialog can point at it. */
    public String setting() {
        return setting;
    }
}
