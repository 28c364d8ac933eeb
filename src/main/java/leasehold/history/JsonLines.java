package leasehold.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as objects of JSON, one a line; what is empty is left out. They say all that the record
 * has of an entry. All of a record, or of one controller, has lines for runs and snapshots as well.
 */
final class JsonLines implements LineExport.Lines {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public LineExport.Frame frame(
            HistoryReader reader, ExportOrder order, Optional<Pseudonyms> names)
            throws IOException, SQLException {
        return order.range().all() && order.selection().equals(ExportSelection.EVERYTHING)
                ? new JsonFrame(reader, order.controller(), names)
                : _ -> {};
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
