package leasehold.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import leasehold.backend.Settings;

/** What is wrong with settings that are right each for itself. */
final class Together {

    private static final double ROUNDING = 1e-9;

    private final Settings settings;
    private final Set<String> used;
    private final List<Flaw> flaws = new ArrayList<>();

    private Together(Settings settings, Set<String> used) {
        this.settings = settings;
        this.used = used;
    }

    static List<Flaw> flaws(Settings settings, Set<String> used) {
        Together together = new Together(settings, used);
        Stream.of("hold", "think").forEach(together::bounds);
        Stream.of("open", "close").forEach(together::jitter);
        together.failures();
        return together.flaws;
    }

    private void bounds(String chooser) {
        String least = chooser + "Time";
        String most = chooser + "Most";
        if (used.contains(most)
                && settings.duration(most).compareTo(settings.duration(least)) < 0) {
            refuse(most, "from %s, which is %s".formatted(least, settings.text(least)));
        }
    }

    private void jitter(String what) {
        String takes = what + "Takes";
        String jitter = what + "Jitter";
        if (!settings.text(jitter).isEmpty()
                && settings.duration(jitter).compareTo(settings.duration(takes)) > 0) {
            refuse(jitter, "up to %s, which is %s".formatted(takes, settings.text(takes)));
        }
    }

    private void failures() {
        List<String> chances =
                Vocabulary.failures().stream()
                        .map(Vocabulary::fails)
                        .filter(name -> settings.decimal(name) > 0)
                        .toList();
        double sum = chances.stream().mapToDouble(settings::decimal).sum();
        if (sum > 1 + ROUNDING) {
            String all = String.join(", ", chances);
            chances.forEach(name -> refuse(name, "that %s are together up to 1".formatted(all)));
        }
    }

    private void refuse(String name, String allowed) {
        flaws.add(
                new Flaw(
                        name,
                        "setting '%s' is '%s'; allowed is %s"
                                .formatted(name, settings.text(name), allowed)));
    }
}
