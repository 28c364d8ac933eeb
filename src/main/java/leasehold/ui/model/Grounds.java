package leasehold.ui.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

/** Why an operator does something: must be said where more than one lease ends by it. */
public final class Grounds {

    private final StringProperty reason = new SimpleStringProperty("");
    private final StringBinding title;
    private final StringBinding lacking;

    /**
     * Creates what is to be said.
     *
     * @param several whether more than one lease ends
     */
    Grounds(Texts texts, ObservableBooleanValue several) {
        title =
                Bindings.createStringBinding(
                        () -> texts.get(several.get() ? "acts.reason.required" : "acts.reason"),
                        several);
        lacking =
                Bindings.createStringBinding(
                        () ->
                                several.get() && reason.get().isBlank()
                                        ? texts.get("acts.unfounded")
                                        : "",
                        several,
                        reason);
    }

    /** Returns the reason. */
    public StringProperty reason() {
        return reason;
    }

    /** Returns what the reason is called. */
    public StringBinding title() {
        return title;
    }

    /** Returns why the act may not be done yet; empty if it may. */
    public StringBinding lacking() {
        return lacking;
    }

    /** Returns the reason as it stands in the events. */
    String said() {
        return reason.get().strip();
    }
}
