package leasehold.ui.fx;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How far a list reaches of which a table shows a stretch, because it may be longer than a table
 * bears: a table's work at each layout grows with the number of its rows.
 *
 * @param <R> the rows
 * @param offset how many rows come before those in the table
 * @param total how many there are
 * @param slide has those in the table be around one, by its index among all
 * @param has tells whether a row is among all
 */
public record Reach<R>(
        LongSupplier offset, LongSupplier total, LongConsumer slide, Predicate<R> has) {}
