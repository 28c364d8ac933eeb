package leasehold.ui.fx;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;

/**
 * Scrolls in a list of which the table shows a stretch: a bar over that of the table stands for
 * all, and near either end of the stretch it slides on.
 *
 * @param <R> the rows
 */
final class LongScroll<R> {

    private static final int NEAR = 1_000;

    /** Or the thumb of a long list could not be taken hold of. */
    private static final double LEAST_THUMB = 0.06;

    private static final PseudoClass PART = PseudoClass.getPseudoClass("part");

    private final TableView<R> table;
    private final Viewport<R> viewport;
    private final ScrollBar bar;
    private final Reach<R> reach;
    private boolean showing;
    private boolean going;
    private boolean looking;

    LongScroll(TableView<R> table, Viewport<R> viewport, ScrollBar bar, Reach<R> reach) {
        this.table = table;
        this.viewport = viewport;
        this.bar = bar;
        this.reach = reach;
        bar.setMin(0);
        bar.setVisible(false);
        bar.managedProperty().bind(bar.visibleProperty());
        bar.valueProperty()
                .subscribe(
                        (_, value) -> {
                            if (!showing) {
                                go(value.doubleValue());
                            }
                        });
    }

    /** Tells whether the last row of all is in the table. */
    boolean atEnd() {
        return reach.offset().getAsLong() + size() >= reach.total().getAsLong();
    }

    /** Tells whether a hand goes somewhere, so that nothing is followed. */
    boolean going() {
        return going;
    }

    /** Brings the last row of all into the table. */
    void toEnd() {
        reach.slide().accept(reach.total().getAsLong());
    }

    /** Goes to the first row of all. */
    void toStart() {
        go(0);
    }

    /** Shows where the table is, and slides on if it is near an end, once it has come to rest. */
    void look() {
        if (!looking && !going) {
            looking = true;
            Platform.runLater(
                    () -> {
                        looking = false;
                        refresh();
                    });
        }
    }

    private void refresh() {
        boolean part = table.getItems() != null && size() < reach.total().getAsLong();
        bar.setVisible(part);
        table.pseudoClassStateChanged(PART, part);
        if (part) {
            show();
            slideNear();
        }
    }

    private void show() {
        double rows = viewport.length();
        double most = Math.max(1, reach.total().getAsLong() - rows);
        showing = true;
        try {
            bar.setMax(most);
            bar.setVisibleAmount(most * Math.max(LEAST_THUMB, rows / reach.total().getAsLong()));
            bar.setBlockIncrement(rows);
            bar.setUnitIncrement(1);
            bar.setValue(reach.offset().getAsLong() + viewport.first());
        } finally {
            showing = false;
        }
    }

    private void slideNear() {
        double first = viewport.first();
        double last = first + viewport.length();
        boolean up = first < NEAR && reach.offset().getAsLong() > 0;
        boolean down = last > size() - NEAR && !atEnd();
        if (up || down) {
            reach.slide().accept(reach.offset().getAsLong() + (long) first);
        }
    }

    private int size() {
        return table.getItems().size();
    }

    private void go(double row) {
        going = true;
        try {
            long offset = reach.offset().getAsLong();
            if (row < offset || row + viewport.length() > offset + size()) {
                reach.slide().accept((long) row);
            }
            viewport.show(row - reach.offset().getAsLong());
        } finally {
            going = false;
        }
        look();
    }
}
