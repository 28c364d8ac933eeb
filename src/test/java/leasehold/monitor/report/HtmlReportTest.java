package leasehold.monitor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leasehold.backend.SessionBackendProvider;
import leasehold.history.Export;
import leasehold.history.ExportFormat;
import leasehold.history.ExportOrder;
import leasehold.history.ExportRange;
import leasehold.history.HistoryReader;
import leasehold.history.HistoryStore;
import leasehold.session.LeaseRequest;
import leasehold.session.ServerSessionController;
import leasehold.session.SessionLease;
import leasehold.session.SessionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is one valid page that loads nothing, in which names are text. */
class HtmlReportTest {

    private static final String HOSTILE = "</td><script>alert('\"&\")</script>\u202e\0\ud800";
    private static final Instant MADE = Instant.parse("2025-06-03T14:03:07Z");
    private static final ExportOrder ALL = ExportOrder.of(ExportFormat.HTML);
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s[a-zA-Z0-9:-]+=\"[^\"<]*\"");
    private static final Set<String> EMPTY = Set.of("meta");

    @TempDir Path folder;
    private final List<Long> told = new ArrayList<>();

    @Test
    void pageSaysWhatThereWasInSentencesTablesAndCharts() throws Exception {
        record("orders", "billing-sync", 2);
        String page = page(ALL);
        assertThat(page)
                .contains("<h1>Sessions of orders</h1>", "Made at 2025-06-03 14:03:07 (UTC+00:00)")
                .contains("2 sessions were opened for 4 leases, of which at most 2 were held")
                .contains("Nothing failed.")
                .contains("2 leases on average: 2 openings were saved")
                .contains("With a linger of 1 s: 1 opening instead of ")
                .contains("<h3>Leases held</h3>", "<h3>Sessions</h3>")
                .contains("<td class=\"t\">Last release</td>", "role=\"img\"");
        assertThat(page).doesNotContain("<h2>", "gaps in the record", "Failures by cause");
    }

    @Test
    void everyElementIsClosedAndEveryAttributeQuoted() throws Exception {
        record("orders", HOSTILE, 1);
        record("stock", "billing-sync", 1);
        failed("stock");
        String page = page(ALL);
        assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
        assertBalanced(page.substring(page.indexOf('\n')));
        assertThat(page).contains("<h2>orders</h2>", "<h2>stock</h2>", "Failures by cause");
    }

    @Test
    void whateverAClientCallsItselfIsText() throws Exception {
        record("orders", HOSTILE, 1);
        String page = page(ALL);
        assertThat(page)
                .doesNotContain("<script", "\0", "alert('")
                .contains("&lt;/td&gt;&lt;script&gt;alert(&#39;&quot;&amp;&quot;)&lt;/script&gt;");
        assertThat(page.chars()).noneMatch(c -> c >= 0xD800 && c < 0xE000);
    }

    @Test
    void pageLoadsNothingAndRunsNothing() throws Exception {
        record("orders", "billing-sync", 1);
        String page = page(ALL);
        assertThat(page)
                .contains("Content-Security-Policy\" content=\"default-src &#39;none&#39;;")
                .doesNotContain("http:", "https:", "url(", "@import", "src=", "javascript:");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(page).results())
                .allMatch(link -> link.group(1).startsWith("#sign-"));
    }

    @Test
    void timeAndControllerAreObeyedAndNothingIsSaidAsSuch() throws Exception {
        record("orders", "billing-sync", 1);
        record("stock", "billing-sync", 1);
        assertThat(page(ALL.ofController("stock")))
                .contains("Sessions of stock</h1>")
                .doesNotContain("orders");
        Instant later = Instant.now().plus(Duration.ofDays(1));
        ExportRange future = new ExportRange(Optional.of(later), Optional.empty());
        assertThat(page(ALL.within(future)))
                .contains("Nothing was recorded in this time.", "Only what happened from ");
    }

    @Test
    void sessionThatIsOpenIsToldAsOpen() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller("orders", Map.of())) {
            store.record(controller);
            try (SessionLease lease = controller.openSession(LeaseRequest.of("billing-sync"))) {
                assertThat(lease.isActive()).isTrue();
                long last = controller.snapshot().number();
                await().until(() -> store.flush() && store.status().written() >= last);
                assertThat(page(ALL))
                        .containsPattern(
                                "session #1 was there: Open, open for [^,]+, held by 1 lease\\.")
                        .contains(">Open</td>");
            }
        }
    }

    @Test
    void progressGrowsToAllEntriesOfAllControllers() throws Exception {
        record("orders", "billing-sync", 1);
        record("stock", "billing-sync", 2);
        page(ALL);
        assertThat(told).isSorted().hasSizeGreaterThan(2).first().isNotEqualTo(told.getLast());
        try (HistoryReader reader = HistoryReader.open(folder.resolve("record.leasehold"))) {
            Export export = new Export(reader, (_, _, _, _) -> {});
            assertThat(told.getLast()).isEqualTo(export.size(ALL));
        }
    }

    @Test
    void openSessionHasItsLeasesAndPeakSoFar() throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller("orders", Map.of())) {
            store.record(controller);
            SessionLease first = controller.openSession(LeaseRequest.of("billing-sync"));
            controller.openSession(LeaseRequest.of("report-nightly")).close();
            controller.openSession(LeaseRequest.of("report-nightly")).close();
            String number = "<td class=\"n\">%d</td>";
            String row = "billing-sync</td>" + number.formatted(3) + number.formatted(2);
            // The store is a listener, and hears of the last release a little later.
            await().untilAsserted(
                            () -> {
                                assertThat(store.flush()).isTrue();
                                assertThat(page(ALL)).contains(row);
                            });
            first.close();
        }
    }

    @Test
    void lingerIsReckonedForTheTimeThatIsReported() throws Exception {
        record("orders", "billing-sync", 3);
        Instant later = Instant.now();
        record("orders", "billing-sync", 2);
        ExportRange since = new ExportRange(Optional.of(later), Optional.empty());
        assertThat(page(ALL.within(since)))
                .containsPattern("With a linger of [^:]+: 1 opening instead of 2 without any")
                .contains("for the same clients of this time");
    }

    private static void assertBalanced(String page) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(page);
        while (tags.find()) {
            String name = tags.group(2);
            String attributes = tags.group(3).replaceAll("/$", "");
            assertThat(ATTRIBUTE.matcher(attributes).replaceAll("")).as(tags.group()).isBlank();
            boolean single = EMPTY.contains(name) || tags.group(3).endsWith("/");
            if (!tags.group(1).isEmpty()) {
                assertThat(name).as("closed at " + tags.start()).isEqualTo(open.pop());
            } else if (!single) {
                open.push(name);
            }
        }
        assertThat(open).isEmpty();
        assertThat(TAG.matcher(page).replaceAll("")).doesNotContain("<");
    }

    private String page(ExportOrder order) throws Exception {
        StringWriter page = new StringWriter();
        try (HistoryReader reader = HistoryReader.open(folder.resolve("record.leasehold"))) {
            Clock clock = Clock.fixed(MADE, ZoneOffset.UTC);
            new HtmlReport(clock).write(reader, order, page, told::add);
        }
        return page.toString();
    }

    private void record(String controller, String client, int sessions) throws Exception {
        try (HistoryStore store = store();
                ServerSessionController made = controller(controller, Map.of())) {
            store.record(made);
            for (int i = 0; i < sessions; i++) {
                SessionLease first = made.openSession(LeaseRequest.of(client));
                made.openSession(LeaseRequest.of("report-nightly")).close();
                first.close();
            }
        }
    }

    private void failed(String name) throws Exception {
        try (HistoryStore store = store();
                ServerSessionController controller = controller(name, Map.of("failsRights", "1"))) {
            store.record(controller);
            assertThat(controller.tryOpenSession(LeaseRequest.of("unlucky"))).isEmpty();
        }
    }

    private HistoryStore store() throws Exception {
        return HistoryStore.open(folder.resolve("record.leasehold"));
    }

    private static ServerSessionController controller(String name, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("openTakes", "1ms"));
        values.putAll(more);
        return ServerSessionController.over(
                        SessionBackendProvider.named("simulated").create(values))
                .name(name)
                .policy(
                        SessionPolicy.builder()
                                .linger(Duration.ZERO)
                                .openTimeout(Duration.ofMillis(500))
                                .build())
                .build();
    }
}
