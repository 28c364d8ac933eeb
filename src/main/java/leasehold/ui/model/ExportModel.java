package leasehold.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import leasehold.history.Export;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.ExportRange;
import leasehold.history.ExportReport;
import leasehold.history.HistoryReader;
import leasehold.history.Stoppable;

/**
 * An export of a target's record: what, in which form, and how it goes. What is shown or selected
 * is bound to what was when the question was asked. Another thread writes; a file that is not
 * written to its end is not there.
 */
public final class ExportModel {

    private final TargetModel target;
    private final ExportReport report;
    private final ExportSource source;
    private final ExportTimes times;
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.ALL);
    private final ObjectProperty<ExportFormat> format =
            new SimpleObjectProperty<>(ExportFormat.CSV);
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.ASKING);
    private final ReadOnlyLongWrapper written = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private Optional<Stoppable> writing = Optional.empty();

    /** What of the record is exported. */
    public enum What {
        /** What the tab in front shows. */
        SHOWN,
        /** What is selected there. */
        SELECTED,
        /** What happened in a time. */
        TIME,
        /** Everything of the target. */
        ALL
    }

    /** How far an export is. */
    public enum Stage {
        /** It is asked what is wanted. */
        ASKING,
        /** It is being written. */
        WRITING,
        /** It is written, or no longer wanted. */
        OVER
    }

    /**
     * Creates an export.
     *
     * @param report writes a report
     */
    public ExportModel(TargetModel target, ExportReport report) {
        this.target = target;
        this.report = report;
        source = new ExportSource(target);
        times = new ExportTimes(target.words());
        what.set(source.usual());
        what.subscribe(_ -> suit());
    }

    /** Returns what is exported. */
    public ObjectProperty<What> what() {
        return what;
    }

    /** Returns the form. */
    public ObjectProperty<ExportFormat> format() {
        return format;
    }

    /** Returns whether hosts and users are hidden. */
    public BooleanProperty hidden() {
        return hidden;
    }

    /** Returns from when to when, if a time is exported. */
    public ExportTimes times() {
        return times;
    }

    /** Returns what a choice would export, in words. */
    public String words(What choice) {
        return source.words(choice);
    }

    /** Returns why something cannot be chosen; empty if it can. */
    public String whyNot(What choice) {
        return source.whyNot(choice);
    }

    /** Returns why a form cannot be chosen; empty if it can. */
    public String whyNot(ExportFormat form) {
        boolean picked = what.get() == What.SHOWN || what.get() == What.SELECTED;
        return picked && !form.takesSelection() ? text("export.onlyLines") : "";
    }

    /** Returns how far it is. */
    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Returns how many entries are written so far. */
    public ReadOnlyLongProperty written() {
        return written.getReadOnlyProperty();
    }

    /** Returns what the last try failed with, as a sentence; empty if it did not. */
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /** Returns a name for the file. */
    public String file() {
        String named = target.name().replaceAll("[^\\p{L}\\p{N}. _-]+", "-");
        return named + " " + target.words().formats().today() + ending();
    }

    /** Returns how the names of files of the form end. */
    public String ending() {
        return switch (format.get()) {
            case CSV -> ".csv";
            case JSON_LINES -> ".jsonl";
            case HTML -> ".html";
            case RECORDING -> ".sqlite";
        };
    }

    /** Begins to write into a file; does nothing while a time is wrong, or one is written. */
    public void write(Path file) {
        if (stage.get() == Stage.ASKING) {
            range().ifPresent(range -> write(file, range));
        }
    }

    /** Stops writing: no file is there then that was not there before. */
    public void cancel() {
        stage.set(Stage.OVER);
        writing.ifPresent(Stoppable::stop);
    }

    private void write(Path file, ExportRange range) {
        failure.set("");
        written.set(0);
        stage.set(Stage.WRITING);
        ExportOrder order =
                ExportOrder.of(format.get())
                        .ofController(target.name())
                        .within(range)
                        .hiding(hidden.get());
        What wanted = what.get();
        Stoppable work = new Stoppable();
        writing = Optional.of(work);
        target.record()
                .orElseThrow()
                .<Long>ask(
                        reader -> work.run(() -> write(order, wanted, reader, file)),
                        count -> done(count, file),
                        this::failed);
    }

    private long write(ExportOrder order, What wanted, HistoryReader reader, Path file)
            throws IOException, InterruptedException {
        return new Export(reader, report)
                .write(
                        order.selecting(source.selection(wanted, reader)),
                        file,
                        count -> target.later(() -> written.set(count)));
    }

    private void done(long count, Path file) {
        stage.set(Stage.OVER);
        target.say("export.done", count, file);
    }

    private void failed(Throwable thrown) {
        if (stage.get() == Stage.WRITING) {
            failure.set(RecordModel.why(thrown));
            stage.set(Stage.ASKING);
        }
    }

    private Optional<ExportRange> range() {
        return what.get() == What.TIME ? times.range() : Optional.of(ExportRange.ALL);
    }

    /** A form that has all of a range gives way to one in which entries can be picked. */
    private void suit() {
        if (!whyNot(format.get()).isEmpty()) {
            format.set(ExportFormat.CSV);
        }
    }

    private String text(String key, Object... values) {
        return target.words().texts().get(key, values);
    }
}
