package leasehold.history;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as objects of JSON, one a line; what is empty is left out. They say all that the record
 * has of an entry.
 */
final class JsonLines implements Export.Lines {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(ExportRow row) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("store", row.store());
        line.put("run", row.run());
        line.put("controller", row.controller());
        line.put("number", row.number());
        line.put("time", row.at().toString());
        id(line, "nanos", row.nanos());
        line.put("kind", row.kind());
        id(line, "session", row.epoch());
        id(line, "lease", row.lease());
        if (!row.client().isEmpty()) {
            line.put("client", row.client());
        }
        row.took().ifPresent(took -> line.put("tookNanos", took));
        line.set("detail", MAPPER.readTree(row.detail()));
        return MAPPER.writeValueAsString(line) + "\n";
    }

    private static void id(ObjectNode line, String name, long id) {
        if (id != 0) {
            line.put(name, id);
        }
    }
}
