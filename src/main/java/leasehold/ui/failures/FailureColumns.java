package leasehold.ui.failures;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.Instant;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import leasehold.monitor.FailureGroup;
import leasehold.monitor.FailureGroup.Several;
import leasehold.ui.fx.Columns;
import leasehold.ui.model.FailureRow;
import leasehold.ui.model.Formats;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The columns of the failures. */
final class FailureColumns {

    private final TargetModel target;
    private final Texts texts;
    private final Columns<FailureRow, FailureGroup> columns;

    FailureColumns(TableView<FailureRow> table, TargetModel target, MenuButton chosen) {
        this.target = target;
        texts = target.words().texts();
        columns = new Columns<>(table, FailureRow::record, comparingLong(FailureGroup::id));
        cause();
        counts(target.words().formats());
        columns.fold("cause", "clients", "retry", "stage").chosenBehind(chosen);
    }

    Columns<FailureRow, FailureGroup> columns() {
        return columns;
    }

    private void cause() {
        columns.cells(
                        "state",
                        group -> texts.word(group.standing()),
                        comparing(FailureGroup::standing),
                        () -> new FailureStateCell(texts))
                .text("stage", this::stage, comparing(FailureGroup::stage))
                .text("category", this::category, comparing(FailureGroup::category))
                .text("cause", target.details()::cause, comparing(target.details()::cause));
    }

    private void counts(Formats formats) {
        columns.cells(
                        "count",
                        group -> Formats.number(group.count()),
                        comparingLong(FailureGroup::count),
                        () -> new CountCell(target))
                .hinted(
                        "last",
                        group -> formats.time(group.lastSeen()),
                        group -> formats.exact(group.lastSeen()),
                        comparing(FailureGroup::lastSeen))
                .text(
                        "clients",
                        group -> clients(group.clients()),
                        comparingInt(group -> group.clients().count()))
                .cells(
                        "retry",
                        target.details()::retry,
                        comparing(group -> group.nextTry().orElse(Instant.MAX)),
                        () -> new RetryCell(target));
    }

    private String stage(FailureGroup group) {
        return group.isOther() ? Formats.MISSING : texts.word(group.stage());
    }

    private String category(FailureGroup group) {
        return group.isOther() ? Formats.MISSING : texts.word(group.category());
    }

    private static String clients(Several<String> clients) {
        return Formats.number(clients.count()) + (clients.more() ? "+" : "");
    }
}
