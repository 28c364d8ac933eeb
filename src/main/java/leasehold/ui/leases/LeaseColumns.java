package leasehold.ui.leases;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Columns;
import leasehold.ui.fx.CopyFormat;
import leasehold.ui.fx.Keys;
import leasehold.ui.model.Formats;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The columns of the leases. Held longest comes first. */
final class LeaseColumns {

    private final TargetModel target;
    private final Columns<LeaseRow, LeaseRecord> columns;

    LeaseColumns(TableView<LeaseRow> table, TargetModel target) {
        this.target = target;
        columns = new Columns<>(table, LeaseRow::record, comparingLong(LeaseRecord::id));
        who(target.words().texts());
        howLong(target.words().texts());
        columns.fold("site", "wait", "holder");
        TableColumn<LeaseRow, LeaseRecord> held = columns.column("held");
        held.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(held);
    }

    void keys(Map<Keys, Runnable> more) {
        columns.keys(more);
    }

    void copy() {
        columns.copy(CopyFormat.TSV);
    }

    private void who(Texts texts) {
        columns.cells(
                        "state",
                        lease -> texts.word(lease.state()),
                        comparing(LeaseRecord::state),
                        () -> new StateCell(texts))
                .text("lease", lease -> "L-" + lease.id(), comparingLong(LeaseRecord::id))
                .cells(
                        "client",
                        LeaseRecord::client,
                        comparing(LeaseRecord::client),
                        ClientCell::new)
                .text("holder", LeaseRow::holder, comparing(LeaseRow::holder))
                .site("site", LeaseColumns::site, comparing(LeaseColumns::site));
    }

    private void howLong(Texts texts) {
        columns.cells(
                        "held",
                        this::held,
                        LeaseRow.HELD_LONGEST.reversed(),
                        () -> new HeldCell(target))
                .cells(
                        "wait",
                        LeaseColumns::waited,
                        comparingLong(LeaseRecord::waitNanos),
                        () -> new WaitCell(texts));
    }

    private String held(LeaseRecord lease) {
        return LeaseRow.heldFor(lease, target.words().formats().now())
                .map(Formats::duration)
                .orElse(Formats.MISSING);
    }

    static String waited(LeaseRecord lease) {
        return lease.grantedAt().isEmpty()
                ? Formats.MISSING
                : Formats.duration(Duration.ofNanos(lease.waitNanos()));
    }

    private static String site(LeaseRecord lease) {
        return Formats.text(lease.holder().siteText());
    }
}
