package leasehold.ui.leases;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import leasehold.monitor.LeaseRecord;
import leasehold.ui.fx.Columns;
import leasehold.ui.model.Formats;
import leasehold.ui.model.LeaseRow;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;

/** The columns of the leases. Held longest comes first. */
final class LeaseColumns {

    private static final double WIDE = 232;

    private final TargetModel target;
    private final Columns<LeaseRow, LeaseRecord> columns;

    LeaseColumns(TableView<LeaseRow> table, TargetModel target, MenuButton chosen) {
        this.target = target;
        columns = new Columns<>(table, LeaseRow::record, comparingLong(LeaseRecord::id));
        who(target.words().texts());
        howLong(target.words().texts());
        more();
        columns.fold("site", "wait", "holder")
                .grow("holder", WIDE)
                .grow("client", WIDE)
                .chosenBehind(chosen);
        TableColumn<LeaseRow, LeaseRecord> held = columns.column("held");
        held.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(held);
    }

    Columns<LeaseRow, LeaseRecord> columns() {
        return columns;
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

    /** What is hidden until asked for. */
    private void more() {
        time("acquired", LeaseRecord::grantedAt);
        time("requested", lease -> Optional.of(lease.requestedAt()));
        time("expires", LeaseRecord::expiresAt);
        words("purpose", LeaseRecord::purpose);
        words("target", _ -> target.name());
        words("thread", lease -> lease.holder().thread());
        words("correlation", LeaseRecord::correlationId);
        columns.text("session", LeaseColumns::session, comparingLong(LeaseRecord::epoch))
                .text(
                        "renewals",
                        lease -> Formats.number(lease.renewals()),
                        comparingInt(LeaseRecord::renewals));
    }

    private void time(String id, Function<LeaseRecord, Optional<Instant>> time) {
        Formats formats = target.words().formats();
        columns.hinted(
                id,
                lease -> formats.time(time.apply(lease)),
                lease -> time.apply(lease).map(formats::exact).orElse(""),
                comparing(lease -> time.apply(lease).orElse(Instant.MAX)));
    }

    private void words(String id, Function<LeaseRecord, String> words) {
        columns.text(id, lease -> Formats.text(words.apply(lease)), comparing(words));
    }

    private static String session(LeaseRecord lease) {
        return lease.epoch() == 0 ? Formats.MISSING : "#" + lease.epoch();
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
