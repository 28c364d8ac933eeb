package leasehold.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries as objects of JSON, one a line; what is empty is left out. */
final class JsonLines implements Export.Lines {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(ResultSet entry) throws SQLException {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("run", entry.getLong("run"));
        line.put("controller", entry.getString("controller"));
        line.put("number", entry.getLong("number"));
        line.put("time", Times.instant(entry.getLong("at")).toString());
        line.put("kind", entry.getString("kind"));
        id(line, "session", entry.getLong("epoch"));
        id(line, "lease", entry.getLong("lease"));
        if (!entry.getString("client").isEmpty()) {
            line.put("client", entry.getString("client"));
        }
        long took = entry.getLong("took");
        if (!entry.wasNull()) {
            line.put("tookNanos", took);
        }
        line.set("detail", MAPPER.readTree(entry.getString("detail")));
        return MAPPER.writeValueAsString(line) + "\n";
    }

    private static void id(ObjectNode line, String name, long id) {
        if (id != 0) {
            line.put(name, id);
        }
    }
}
