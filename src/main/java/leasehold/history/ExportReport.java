package leasehold.history;

import java.io.IOException;
import java.io.Writer;
import java.util.function.LongConsumer;

/** Writes the report that {@link ExportFormat#HTML} is. */
@FunctionalInterface
public interface ExportReport {

    /**
     * Writes a report of a record.
     *
     * @param reader the record; its names are hidden already where that is ordered
     * @param order what of it
     * @param to where to; closed by the caller
     * @param progress told now and then of how many entries there is nothing more to read
     * @throws IOException if the record cannot be read, or the report not written
     * @throws InterruptedException if the thread was interrupted
     */
    void write(HistoryReader reader, ExportOrder order, Writer to, LongConsumer progress)
            throws IOException, InterruptedException;
}
