package leasehold.ui.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leasehold.simulation.Faults;
import leasehold.simulation.Vocabulary;

/** Says in words what goes wrong by chance. */
public final class FaultWords {

    private static final String NEVER = "0";

    private final Texts texts;

    /** Creates the words. */
    public FaultWords(Texts texts) {
        this.texts = texts;
    }

    /** Returns a sentence that names every fault; empty if there is none. */
    public String of(Faults faults) {
        List<String> all =
                Stream.of(
                                time(faults, "openTakes", "simulator.says.openTakes"),
                                chance(fails(faults), "simulator.says.openFails"),
                                server(faults, "openHangs", "simulator.says.openHangs"),
                                server(faults, "loss", "simulator.says.loss"),
                                time(faults, "closeTakes", "simulator.says.closeTakes"),
                                server(faults, "closeFails", "simulator.says.closeFails"),
                                chance(faults.releasesTwice(), "simulator.says.releasesTwice"),
                                chance(faults.leaks(), "simulator.says.leaks"))
                        .filter(said -> !said.isEmpty())
                        .toList();
        return all.isEmpty() ? "" : texts.get("simulator.says", String.join(", ", all));
    }

    private static double fails(Faults faults) {
        Map<String, String> server = faults.server();
        return Vocabulary.failures().stream()
                .map(Vocabulary::fails)
                .mapToDouble(name -> Double.parseDouble(server.getOrDefault(name, NEVER)))
                .sum();
    }

    private String server(Faults faults, String name, String key) {
        return chance(Double.parseDouble(faults.server().getOrDefault(name, NEVER)), key);
    }

    private String chance(double chance, String key) {
        return chance == 0 ? "" : texts.get(key, Math.round(chance * 1e4) / 1e2);
    }

    private String time(Faults faults, String name, String key) {
        String takes = faults.server().get(name);
        return takes == null ? "" : texts.get(key, takes.replaceFirst("(?=[a-z])", " "));
    }
}
