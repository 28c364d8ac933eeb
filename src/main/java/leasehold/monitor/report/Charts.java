package leasehold.monitor.report;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import leasehold.monitor.Durations;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.monitor.SessionRecord;
import leasehold.monitor.SessionRecord.State;

/** The charts of a report, as drawings in the page itself. */
final class Charts {

    private static final double HIGH = 150;
    private static final double CURVE = 110;
    private static final double LANE = 22;
    private static final double BAR = 16;
    private static final int LANES = 3;

    /** Those of the lingers that are named below a curve, in seconds. */
    private static final List<Long> NAMED = List.of(0L, 1L, 5L, 30L, 120L, 600L);

    private final Html html;
    private final ReportTexts texts;

    Charts(Html html, ReportTexts texts) {
        this.html = html;
        this.texts = texts;
    }

    /** Draws how many leases were held over time. */
    void held(ReportFacts facts) throws IOException {
        double most = Plot.even(facts.held().peak());
        Plot plot = new Plot(html, HIGH, most, texts.get("held.says", facts.held().peak()));
        plot.lines(value -> ReportTexts.number(Math.round(value)));
        String line = steps(plot, facts.held().parts());
        String floor = Html.number(plot.y(0));
        String area = "M%s %s%sV%s Z".formatted(Html.number(plot.x(0)), floor, line, floor);
        plot.path(area, "area");
        plot.path("M" + line.substring(1), "stroke");
        plot.times(texts, facts.first(), facts.last());
        plot.end();
    }

    /** Returns the way along the tops, beginning with a line to the first. */
    private static String steps(Plot plot, long[] values) {
        StringBuilder way = new StringBuilder();
        way.append('L').append(Html.number(plot.x(0))).append(' ');
        way.append(Html.number(plot.y(values[0])));
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && values[i] != values[i - 1]) {
                way.append('V').append(Html.number(plot.y(values[i])));
            }
            boolean turns = i + 1 == values.length || values[i + 1] != values[i];
            if (turns) {
                way.append('H').append(Html.number(plot.x((i + 1.0) / values.length)));
            }
        }
        return way.toString();
    }

    /** Draws sessions as bars over time, those that overlap below each other. */
    void sessions(ReportFacts facts, List<SessionRecord> newestFirst) throws IOException {
        List<SessionRecord> sessions = newestFirst.reversed();
        List<Instant> lanes = new ArrayList<>();
        int[] lane = sessions.stream().mapToInt(s -> lane(lanes, s, facts.last())).toArray();
        double high = LANE * Math.max(1, lanes.size());
        Plot plot = new Plot(html, high, 1, texts.get("sessions.says", sessions.size()));
        for (int i = 0; i < sessions.size(); i++) {
            bar(plot, facts, sessions.get(i), plot.y(1) + lane[i] * LANE + (LANE - BAR) / 2);
        }
        plot.line(plot.x(0), plot.y(0), plot.x(1), plot.y(0), "axis");
        plot.times(texts, facts.first(), facts.last());
        plot.end();
        legend(sessions);
    }

    /** Says what the colours mean. */
    private void legend(List<SessionRecord> sessions) throws IOException {
        html.open("p", "class", "legend");
        for (State state :
                sessions.stream().map(SessionRecord::state).sorted().distinct().toList()) {
            html.open("span", "class", Tone.of(state).style());
            html.sign(Tone.of(state)).text(texts.of(state)).close();
        }
        html.closeLine();
    }

    private static int lane(List<Instant> ends, SessionRecord session, Instant last) {
        Instant end = session.closedAt().orElse(last);
        for (int i = 0; i < ends.size(); i++) {
            if (!ends.get(i).isAfter(session.askedAt()) || i == LANES - 1) {
                ends.set(i, end);
                return i;
            }
        }
        ends.add(end);
        return ends.size() - 1;
    }

    private void bar(Plot plot, ReportFacts facts, SessionRecord session, double y)
            throws IOException {
        Instant from = session.opening().openedAt().orElse(session.askedAt());
        Instant to = session.closedAt().orElse(facts.last());
        String tells =
                texts.get(
                        "sessions.tells",
                        String.valueOf(session.epoch()),
                        texts.of(session.state()),
                        texts.duration(session.openFor(facts.last())));
        plot.bar(
                part(facts, from),
                part(facts, to),
                y,
                BAR,
                Tone.of(session.state()).style(),
                tells);
    }

    private static double part(ReportFacts facts, Instant at) {
        double all = Durations.nanos(Duration.between(facts.first(), facts.last()));
        double before = Durations.nanos(Duration.between(facts.first(), at));
        return Math.clamp(before / Math.max(1, all), 0, 1);
    }

    /** Draws how often a session would have been opened. */
    void opens(List<Outcome> lingers) throws IOException {
        double most = Plot.even(lingers.stream().mapToDouble(Outcome::opens).max().orElse(0));
        Plot plot = new Plot(html, CURVE, most, texts.get("linger.opens"));
        plot.lines(value -> ReportTexts.number(Math.round(value)));
        curve(plot, lingers, Outcome::opens);
    }

    /** Draws for how long a session would have been open. */
    void openTime(List<Outcome> lingers) throws IOException {
        double most = Plot.evenTime(lingers.stream().mapToDouble(Charts::seconds).max().orElse(0));
        Plot plot = new Plot(html, CURVE, most, texts.get("linger.openTime"));
        plot.lines(value -> Durations.chosen(Duration.ofSeconds(Math.round(value))));
        curve(plot, lingers, Charts::seconds);
    }

    private static double seconds(Outcome outcome) {
        return outcome.openTime().toMillis() / 1e3;
    }

    private void curve(Plot plot, List<Outcome> lingers, ToDoubleFunction<Outcome> value)
            throws IOException {
        StringBuilder way = new StringBuilder();
        for (Outcome outcome : lingers) {
            way.append(way.isEmpty() ? "M" : "L")
                    .append(Html.number(place(plot, lingers, outcome)));
            way.append(' ').append(Html.number(plot.y(value.applyAsDouble(outcome))));
        }
        plot.path(way.toString(), "stroke");
        for (Outcome outcome : lingers) {
            double y = plot.y(value.applyAsDouble(outcome));
            plot.dot(place(plot, lingers, outcome), y, "dot", tells(outcome));
            if (NAMED.contains(outcome.linger().toSeconds())) {
                plot.below(part(lingers, outcome), Durations.chosen(outcome.linger()));
            }
        }
        plot.end();
    }

    private String tells(Outcome outcome) {
        return texts.get(
                "linger.tells",
                Durations.chosen(outcome.linger()),
                outcome.opens(),
                Durations.text(outcome.openTime()),
                Durations.text(outcome.waiting()));
    }

    /** Short lingers have as much room as long ones. */
    private static double part(List<Outcome> lingers, Outcome outcome) {
        double longest = Math.max(1, lingers.getLast().linger().toSeconds());
        return Math.log1p(outcome.linger().toSeconds()) / Math.log1p(longest);
    }

    private static double place(Plot plot, List<Outcome> lingers, Outcome outcome) {
        return plot.x(part(lingers, outcome));
    }
}
