package leasehold.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import leasehold.session.ServerSessionController;

/** What a person does to a table of many rows: for how long nothing else can be done. */
public final class Acts {

    private static final int LEASES = 100_000;
    private static final long SETTLE_MILLIS = 8_000;
    private static final int TIMES = 3;

    private final Subject subject;
    private final List<String> lines = new ArrayList<>();

    private Acts(Subject subject) {
        this.subject = subject;
    }

    /** Takes the kind of window; prints a line an act. */
    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        ServerSessionController controller = UnderLoad.controller();
        new Load(controller, 0).hold(LEASES);
        Subject subject =
                UnderLoad.onToolkit(
                        () -> {
                            Subject made = Subject.Kind.valueOf(args[0]).of(controller);
                            made.show(new Stage());
                            return made;
                        });
        Thread.sleep(SETTLE_MILLIS);
        Acts acts = new Acts(subject);
        UnderLoad.onToolkit(acts::all).forEach(System.out::println);
        Runtime.getRuntime().halt(0);
    }

    private List<String> all() {
        TableView<?> table = subject.table();
        TextField filter = subject.filter();
        measure(
                "select all",
                table.getSelectionModel()::clearSelection,
                table.getSelectionModel()::selectAll);
        table.getSelectionModel().clearSelection();
        measure("type into the filter", filter::clear, () -> filter.setText("client-4"));
        measure("clear the filter", () -> filter.setText("client-4"), filter::clear);
        for (TableColumn<?, ?> column : table.getColumns()) {
            if (column.isVisible()) {
                measure(
                        "sort by " + column.getText(),
                        table.getSortOrder()::clear,
                        () -> sort(table, column));
            }
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static <R> void sort(TableView<R> table, TableColumn<?, ?> column) {
        table.getSortOrder().setAll(List.of((TableColumn<R, ?>) column));
    }

    /** The median, with the layout that it causes. */
    private void measure(String act, Runnable before, Runnable action) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            before.run();
            layOut();
            long begun = System.nanoTime();
            action.run();
            layOut();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        millis.sort(null);
        lines.add(String.format(Locale.ROOT, "%s | %.0f", act, millis.get(TIMES / 2)));
    }

    private void layOut() {
        Parent root = subject.table().getScene().getRoot();
        root.applyCss();
        root.layout();
    }
}
