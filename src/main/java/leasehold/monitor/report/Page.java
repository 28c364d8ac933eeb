package leasehold.monitor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import leasehold.history.ExportOrder;

/** What stands around the chapters of a report. */
final class Page {

    /** Nothing is loaded and nothing runs, whatever stands in the page. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Html html;
    private final ReportTexts texts;

    Page(Html html, ReportTexts texts) {
        this.html = html;
        this.texts = texts;
    }

    Html html() {
        return html;
    }

    /** Begins the page. */
    void begin(List<String> controllers, Instant made, ExportOrder order) throws IOException {
        String title = texts.get("page.title", String.join(", ", controllers));
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title).open("style").raw(resource("report.css")).close();
        html.closeLine().open("body").raw(resource("signs.svg")).open("main").open("header");
        html.element("h1", title);
        html.element(
                "p", texts.get("page.made", texts.time(made), texts.zone(made)), "class", "muted");
        if (order.range().from().isPresent() || order.range().until().isPresent()) {
            html.element(
                    "p",
                    texts.get(
                            "page.range",
                            texts.time(order.range().from()),
                            texts.time(order.range().until())),
                    "class",
                    "muted");
        }
        html.closeLine();
    }

    /** Ends the page. */
    void end(int chapters, boolean more) throws IOException {
        if (chapters == 0) {
            html.element("p", texts.get("page.empty"), "class", "say");
        }
        if (more) {
            html.element("p", texts.get("page.more", chapters), "class", "muted");
        }
        html.closeLine().close().closeLine();
    }

    private static String resource(String name) {
        String path = "/leasehold/monitor/report/" + name;
        try (InputStream in = Page.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
