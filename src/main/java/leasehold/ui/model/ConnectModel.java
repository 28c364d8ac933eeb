package leasehold.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import leasehold.monitor.Target;
import leasehold.ui.model.Connector.Kind;
import leasehold.ui.model.Connector.Outcome;
import leasehold.ui.model.Connector.Refusal;
import leasehold.ui.model.Connector.Trial;
import leasehold.ui.model.Connector.Wish;

/** A target that is to be connected, and what a test of it has shown. Nothing of it is stored. */
public final class ConnectModel {

    private static final Runnable NO_TRIAL = () -> {};

    private final Connector connector;
    private final Texts texts;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Kind> kind;
    private final ObjectProperty<Optional<Target.Kind>> purpose =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final Map<String, String> values = new HashMap<>();
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(Result.NONE);
    private Runnable cancel = NO_TRIAL;

    /** How far a test has come. */
    public enum Phase {
        /** None was asked for, or it was cancelled. */
        NONE,
        /** It runs. */
        RUNNING,
        /** A session was opened and closed. */
        WORKS,
        /** It failed. */
        FAILED
    }

    /**
     * What a test has shown.
     *
     * @param phase how far it has come
     * @param text what is said of it
     */
    public record Result(Phase phase, String text) {
        private static final Result NONE = new Result(Phase.NONE, "");
    }

    /** Creates the question. */
    public ConnectModel(Connector connector, Texts texts) {
        this.connector = connector;
        this.texts = texts;
        kind = new SimpleObjectProperty<>(kinds().getFirst());
        kind.subscribe(_ -> values.clear());
    }

    /** Returns the kinds of backends to choose from. */
    public List<Kind> kinds() {
        return connector.kinds();
    }

    /** Returns the target's name. */
    public StringProperty name() {
        return name;
    }

    /** Returns the kind of backend. */
    public ObjectProperty<Kind> kind() {
        return kind;
    }

    /** Returns what the target is for; nothing is proposed. */
    public ObjectProperty<Optional<Target.Kind>> purpose() {
        return purpose;
    }

    /** Returns whether nothing may be done to the target. */
    public BooleanProperty readOnly() {
        return readOnly;
    }

    /** Gives a setting a value. A test of other values says nothing any more. */
    public void set(String setting, String value) {
        values.put(setting, value);
        cancel();
    }

    /** Returns what a test has shown. */
    public ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    /** Returns why it cannot be connected yet; empty if it can. */
    public StringBinding whyNot() {
        return Bindings.createStringBinding(this::missing, name, purpose);
    }

    /** Tests the settings; tells what is wrong with one. */
    public Optional<Refusal> test() {
        cancel();
        Trial trial = connector.test(wish(), this::tell);
        if (trial.refusal().isEmpty()) {
            cancel = trial.cancel();
            result.set(new Result(Phase.RUNNING, texts.get("connect.trying")));
        }
        return trial.refusal();
    }

    /** Cancels the test that runs, and forgets what one has shown. */
    public void cancel() {
        cancel.run();
        cancel = NO_TRIAL;
        result.set(Result.NONE);
    }

    /** Connects the target; tells what is wrong with a setting. */
    public Optional<Refusal> connect() {
        cancel();
        return connector.connect(wish());
    }

    private void tell(Outcome outcome) {
        cancel = NO_TRIAL;
        String took = Formats.duration(outcome.took());
        result.set(
                outcome.failure()
                        .map(why -> new Result(Phase.FAILED, why))
                        .orElseGet(
                                () -> new Result(Phase.WORKS, texts.get("connect.works", took))));
    }

    private String missing() {
        if (name.get().isBlank()) {
            return texts.get("connect.unnamed");
        }
        return purpose.get().isEmpty() ? texts.get("connect.undecided") : "";
    }

    private Wish wish() {
        Map<String, String> given = new HashMap<>(values);
        kind.get().settings().forEach(setting -> given.remove(setting.name(), setting.initial()));
        given.values().removeIf(String::isEmpty);
        Target.Kind wanted = purpose.get().orElse(Target.Kind.TEST);
        return new Wish(name.get().strip(), kind.get(), wanted, readOnly.get(), given);
    }
}
