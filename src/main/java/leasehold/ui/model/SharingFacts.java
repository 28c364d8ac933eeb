package leasehold.ui.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import leasehold.monitor.Durations;
import leasehold.monitor.LingerAdvisor.Outcome;
import leasehold.monitor.Sharing;
import leasehold.monitor.Sharing.Who;
import leasehold.monitor.SharingStudy;
import leasehold.ui.model.Details.Fact;

/** Says how sessions were shared. */
final class SharingFacts {

    private static final int NAMED = 3;

    private final Texts texts;

    SharingFacts(Texts texts) {
        this.texts = texts;
    }

    List<Fact> of(SharingStudy.Found found) {
        Sharing sharing = found.sharing();
        String opens = Formats.number(sharing.opens());
        return List.of(
                fact(
                        "sharing.opens",
                        found.cut() ? texts.get("sharing.opens.newest", opens) : opens),
                fact("sharing.leases", leases(sharing)),
                fact(
                        "sharing.saved",
                        texts.get(
                                "sharing.saved.both",
                                sharing.opensSaved(),
                                Formats.duration(sharing.waitingSaved()))),
                new Fact(
                        texts.get("sharing.flaps"),
                        Formats.number(sharing.flaps()),
                        texts.get("sharing.flaps.hint", Formats.wait(Sharing.FLAP))),
                fact("sharing.openers", named(sharing.openers(), sharing.opens())),
                fact("sharing.closers", named(sharing.closers(), sharing.opens())));
    }

    /** Says what a linger would have meant, beside none. */
    String advice(Outcome with, Outcome without) {
        boolean same = with.opens() == without.opens();
        Duration more = with.openTime().minus(without.openTime());
        return with.linger().isZero()
                ? texts.get(
                        "sharing.advice.none", with.opens(), Formats.duration(without.openTime()))
                : texts.get(
                        same ? "sharing.advice.same" : "sharing.advice",
                        Durations.chosen(with.linger()),
                        with.opens(),
                        without.opens(),
                        Formats.duration(more));
    }

    private String named(List<Who> clients, long opens) {
        String lines =
                clients.stream()
                        .limit(NAMED)
                        .map(who -> line(who, opens))
                        .collect(Collectors.joining("\n"));
        return Formats.text(lines);
    }

    private String line(Who who, long opens) {
        return who.times() == opens
                ? texts.get("sharing.always", who.client())
                : texts.get("sharing.times", who.client(), who.times());
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get(key), value);
    }

    private String leases(Sharing sharing) {
        String each = String.format(Locale.ENGLISH, "%,.1f", sharing.leasesPerOpen());
        return texts.get("sharing.leases.each", Formats.number(sharing.leases()), each);
    }
}
