package leasehold.backend;

/**
 * A setting is missing, unknown or out of range. The message names it, its value and what is
 * allowed.
 */
public class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String setting;

    /** Creates the refusal of one setting. */
    public InvalidSettingException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    /** Returns the name of the setting, so that a dialog can point at it. */
    public String setting() {
        return setting;
    }
}
