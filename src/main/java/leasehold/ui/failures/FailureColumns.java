package leasehold.ui.failures;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.Map;
import javafx.scene.control.TableView;
import leasehold.monitor.FailureGroup;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.Keys;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The columns of the failures. */
final class FailureColumns {

    private final Texts texts;
    private final Columns<FailureRow, FailureGroup> columns;

    FailureColumns(TableView<FailureRow> table, TargetModel target) {
        texts = target.words().texts();
        columns = new Columns<>(table, FailureRow::record, comparingLong(FailureGroup::id));
        cause();
        counts(target.words().formats());
        columns.text("retry", target.details()::retry, comparing(target.details()::retry));
        columns.fold("cause", "clients", "retry", "stage");
    }

    void keys(Map<Keys, Runnable> more) {
        columns.keys(more);
    }

    static String state(Texts texts, FailureGroup group) {
        return texts.get(group.seen() ? "failures.seen" : "failures.new");
    }

    private void cause() {
        columns.cells(
                        "state",
                        group -> state(texts, group),
                        comparing(FailureGroup::seen),
                        () -> new FailureStateCell(texts))
                .text("stage", group -> texts.word(group.stage()), comparing(FailureGroup::stage))
                .text(
                        "category",
                        group -> texts.word(group.category()),
                        comparing(FailureGroup::category))
                .text("cause", this::cause, comparing(this::cause));
    }

    private void counts(Formats formats) {
        columns.text(
                        "count",
                        group -> Formats.number(group.count()),
                        comparingLong(FailureGroup::count))
                .text(
                        "last",
                        group -> formats.time(group.lastSeen()),
                        comparing(FailureGroup::lastSeen))
                .text(
                        "clients",
                        group -> Formats.number(group.clients().count()),
                        comparingInt(group -> group.clients().count()));
    }

    private String cause(FailureGroup group) {
        if (group.id() == FailureGroup.OTHER) {
            return texts.get("failures.other");
        }
        return group.latest().text().isBlank()
                ? Formats.text(group.latest().type())
                : group.latest().text();
    }
}
