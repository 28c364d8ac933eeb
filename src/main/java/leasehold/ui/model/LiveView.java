package leasehold.ui.model;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What rows have to know of the table that shows them.
 *
 * @param held tells whether nothing may change place
 * @param atEdge tells whether the view stands where new rows come
 * @param visible tells which rows can be seen
 * @param around runs every change of the rows
 */
record LiveView<R>(
        BooleanSupplier held,
        BooleanSupplier atEdge,
        Supplier<? extends Set<R>> visible,
        Consumer<Runnable> around) {

    /** No table shows them. */
    static <R> LiveView<R> nobody() {
        return new LiveView<>(() -> false, () -> true, Set::of, Runnable::run);
    }
}
