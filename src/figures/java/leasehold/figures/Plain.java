package leasehold.figures;

import atlantafx.base.theme.PrimerLight;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import leasehold.session.LeaseInfo;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionEvent;
import leasehold.session.SessionListener;
import leasehold.session.SessionSnapshot;
import leasehold.session.Subscription;

/**
 * A table of leases as one writes it in an hour: sorted, filtered, with a column for each field.
 * Either every event changes the list, or what has happened is merged and changes it at a beat.
 */
final class Plain implements Subject, SessionListener {

    private static final int HEIGHT = 800;
    private static final int WIDTH = 1_280;
    private static final Duration BEAT = Duration.millis(100);

    private record Row(long id, String client, String holder, Instant granted, String site) {}

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final FilteredList<Row> shown = new FilteredList<>(rows);
    private final SortedList<Row> sorted = new SortedList<>(shown);
    private final TableView<Row> table = new TableView<>(sorted);
    private final TextField filter = new TextField();
    private final Map<Long, Row> byId = new HashMap<>();
    private final boolean coalesces;
    private final Map<Long, Row> came = new LinkedHashMap<>();
    private final Set<Long> went = new HashSet<>();
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, _ -> drain()));
    private final Subscription subscription;
    private Stage stage = new Stage();
    private long arrived;
    private long counted;

    Plain(ServerSessionController controller, boolean coalesces) {
        this.coalesces = coalesces;
        column("Lease", 76, Row::id);
        column("Client", 148, Row::client);
        column("Holder", 152, Row::holder);
        column("Granted", 180, Row::granted);
        column("Acquired at", 200, Row::site);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        filter.textProperty()
                .subscribe(text -> shown.setPredicate(row -> row.client().contains(text)));
        subscription = controller.subscribe(this);
        beat.setCycleCount(Animation.INDEFINITE);
        beat.play();
    }

    private <T> void column(String title, int width, Function<Row, T> value) {
        TableColumn<Row, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    @Override
    public void show(Stage shownOn) {
        stage = shownOn;
        BorderPane pane = new BorderPane(table);
        pane.setTop(filter);
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(scene);
        stage.show();
    }

    @Override
    public TableView<?> table() {
        return table;
    }

    @Override
    public TextField filter() {
        return filter;
    }

    @Override
    public long counted() {
        return counted;
    }

    @Override
    public long held() {
        return rows.size();
    }

    @Override
    public void close() {
        beat.stop();
        subscription.close();
        stage.hide();
    }

    @Override
    public void onSnapshot(SessionSnapshot snapshot, List<LeaseInfo> leases) {
        Platform.runLater(
                () -> {
                    byId.clear();
                    leases.forEach(info -> byId.put(info.id(), row(info)));
                    rows.setAll(byId.values());
                });
    }

    @Override
    public void onEvent(SessionEvent event) {
        if (coalesces) {
            merge(event);
        } else {
            Platform.runLater(() -> change(event));
        }
    }

    private synchronized void merge(SessionEvent event) {
        arrived++;
        switch (event) {
            case SessionEvent.Granted granted -> came.put(granted.lease(), row(granted.info()));
            case SessionEvent.Ended ended -> {
                if (came.remove(ended.lease()) == null) {
                    went.add(ended.lease());
                }
            }
            default -> {}
        }
    }

    private synchronized void drain() {
        counted = coalesces ? arrived : counted;
        if (!went.isEmpty()) {
            rows.removeIf(row -> went.contains(row.id()));
            went.clear();
        }
        rows.addAll(came.values());
        came.clear();
    }

    private void change(SessionEvent event) {
        counted++;
        switch (event) {
            case SessionEvent.Granted granted -> {
                Row row = row(granted.info());
                byId.put(row.id(), row);
                rows.add(row);
            }
            case SessionEvent.Ended ended -> rows.remove(byId.remove(ended.lease()));
            default -> {}
        }
    }

    private static Row row(LeaseInfo info) {
        return new Row(
                info.id(),
                info.client(),
                info.holder().toString(),
                info.grantedAt().orElse(Instant.EPOCH),
                info.holder().siteText());
    }
}
