package leasehold.monitor.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import leasehold.history.ExportOrder;
import leasehold.history.ExportReport;
import leasehold.history.HistoryReader;

/**
 * Writes a report of a record as one page of HTML: what it comes to in sentences, charts and
 * tables, a chapter for each controller. It needs no network and no script, follows the light or
 * dark of its reader, and prints. Whatever a client calls itself is text in it.
 *
 * <p>It tells of the newest 10,000 sessions of each controller, shows 1,000, and tells of at most
 * 20 controllers; it says so where that is not all. Safe for use by several threads.
 */
public final class HtmlReport implements ExportReport {

    /** So many controllers are told of. */
    private static final int MOST = 20;

    private final Clock clock;

    /**
     * Creates reports.
     *
     * @param clock when they are made, and in which zone times are told
     */
    public HtmlReport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void write(HistoryReader reader, ExportOrder order, Writer to, LongConsumer progress)
            throws IOException, InterruptedException {
        FactsReader facts = new FactsReader(reader, order.range(), new Passes(progress));
        List<String> names = order.controller().map(List::of).orElse(facts.controllers());
        ReportTexts texts = new ReportTexts(clock.getZone());
        Page page = new Page(new Html(to), texts);
        page.begin(names, clock.instant(), order);
        int told = 0;
        for (String name : names.subList(0, Math.min(names.size(), MOST))) {
            Optional<ReportFacts> of = facts.of(name);
            if (of.isPresent()) {
                new Chapter(page.html(), texts).write(of.get(), names.size() > 1);
                told++;
            }
        }
        page.end(told, names.size() > MOST);
    }
}
