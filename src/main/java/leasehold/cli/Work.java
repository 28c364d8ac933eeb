package leasehold.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import leasehold.replay.Recording;
import leasehold.simulation.Load;
import leasehold.simulation.Replay;
import leasehold.simulation.Scenario;
import leasehold.simulation.Script;
import leasehold.simulation.Spelling;

/** What a run is made of. Immutable. */
sealed interface Work {

    /** Returns what the clients do. */
    Load load();

    /** Returns the word by which programs know it. */
    String word();

    /** Returns what is told of it, by its word. */
    SequencedMap<String, Object> facts();

    /** A scenario. */
    record OfScenario(Scenario load) implements Work {

        @Override
        public String word() {
            return "scenario";
        }

        @Override
        public SequencedMap<String, Object> facts() {
            return new LinkedHashMap<>(Spelling.used(load));
        }
    }

    /**
     * A recording.
     *
     * @param file the record that it is of
     */
    record OfRecording(Path file, Recording recording, Replay load) implements Work {

        @Override
        public String word() {
            return "replay";
        }

        @Override
        public SequencedMap<String, Object> facts() {
            Script script = load.script();
            SequencedMap<String, Object> facts = new LinkedHashMap<>();
            facts.put("recording", file.toString());
            facts.put("controller", recording.run().controller());
            facts.put("run", recording.run().id());
            facts.put("speed", SettingText.number(load.speed()));
            facts.put("visits", script.size());
            facts.put("clients", script.clients());
            facts.put("lengthMillis", script.length().toMillis());
            facts.put("heldAtEnd", recording.held());
            facts.put("unknownEnds", recording.unknown());
            facts.put("refusedThen", recording.refused());
            facts.putAll(Spelling.chances(load));
            return facts;
        }
    }
}
