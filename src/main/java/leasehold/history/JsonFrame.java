package leasehold.history;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import leasehold.session.Ledger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record has beside its entries, as lines of JSON among theirs: runs, which come first, and
 * snapshots, each after the entry that it follows. With them {@link Import} makes a record of the
 * lines again. For one thread.
 */
final class JsonFrame implements LineExport.Frame {

    /** The kind of a line that tells of a run. */
    static final String RUN = "monitor.run";

    /** The kind of a line that tells of a snapshot. */
    static final String SNAPSHOT = "monitor.snapshot";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Connection connection;
    private final String store;
    private final Optional<String> controller;
    private final Optional<Pseudonyms> names;
    private final Map<Long, RunRow> runs = new HashMap<>();
    private final PreparedStatement statement;
    private final ResultSet snapshots;
    private Optional<SnapshotRow> next;

    /**
     * Prepares the lines.
     *
     * @param controller whose runs are told of; empty for all
     */
    JsonFrame(HistoryReader reader, Optional<String> controller, Optional<Pseudonyms> names)
            throws IOException, SQLException {
        connection = reader.connection();
        String id = reader.store();
        store = names.map(Pseudonyms::store).orElse(id);
        this.controller = controller;
        this.names = names;
        statement = connection.prepareStatement(SnapshotRow.ALL);
        snapshots = statement.executeQuery();
        next = read();
    }

    /** Writes the runs. */
    @Override
    public void head(Writer out) throws IOException, SQLException {
        try (Statement all = connection.createStatement();
                ResultSet rows = all.executeQuery(RunRow.ALL)) {
            while (rows.next()) {
                RunRow run = RunRow.of(rows);
                if (controller.isEmpty() || controller.get().equals(run.controller())) {
                    runs.put(run.id(), run);
                    out.write(line(run));
                }
            }
        }
    }

    @Override
    public void before(long position, Writer out) throws IOException, SQLException {
        while (next.isPresent() && next.get().position() < position) {
            RunRow run = runs.get(next.get().run());
            if (run != null) {
                out.write(line(run, next.get().state()));
            }
            next = read();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private Optional<SnapshotRow> read() throws SQLException {
        return snapshots.next() ? Optional.of(SnapshotRow.of(snapshots)) : Optional.empty();
    }

    private String line(RunRow run) {
        ObjectNode line = start(RUN, run);
        line.put("time", run.started().toString());
        number(line, "trimmed", run.trimmed());
        run.end()
                .ifPresent(
                        end -> {
                            line.put("ending", end.ending().name());
                            line.put("ended", end.at().toString());
                            line.put("last", end.last());
                        });
        number(line, "held", run.held());
        number(line, "sessions", run.sessions());
        return MAPPER.writeValueAsString(line) + "\n";
    }

    private String line(RunRow run, PastState state) {
        ObjectNode line = start(SNAPSHOT, run);
        line.put("number", state.number());
        line.put("time", state.at().toString());
        number(line, "nanos", state.nanos());
        line.put("state", state.state().name());
        Ledger ledger = state.ledger();
        number(line, "granted", ledger.granted());
        number(line, "released", ledger.released());
        number(line, "unclaimed", ledger.unclaimed());
        number(line, "revoked", ledger.revoked());
        number(line, "expired", ledger.expired());
        number(line, "abandoned", ledger.abandoned());
        number(line, "lost", ledger.lost());
        number(line, "held", ledger.held());
        line.set("leases", shown(SnapshotLeases.text(state.leases())));
        line.set("sessions", shown(SnapshotSessions.text(state)));
        line.set("detail", shown(SnapshotSessions.rest(state)));
        return MAPPER.writeValueAsString(line) + "\n";
    }

    private JsonNode shown(String json) {
        return MAPPER.readTree(names.map(n -> n.inDetail(json)).orElse(json));
    }

    private ObjectNode start(String kind, RunRow run) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("store", store);
        line.put("run", run.id());
        line.put(
                "controller",
                names.map(n -> n.inText(run.controller())).orElse(run.controller()));
        line.put("kind", kind);
        return line;
    }

    private static void number(ObjectNode line, String name, long number) {
        if (number != 0) {
            line.put(name, number);
        }
    }
}
