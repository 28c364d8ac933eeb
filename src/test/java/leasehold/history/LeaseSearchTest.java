package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseSearchTest {

    @TempDir Path folder;

    /** Without it, every lease would cost a look at all entries of its run. */
    @Test
    void endOfALeaseIsFoundByTheIndexOfLeases() throws Exception {
        Path file = folder.resolve("record.leasehold");
        HistoryStore.open(file).close();
        List<String> plan = new ArrayList<>();
        try (HistoryReader reader = HistoryReader.open(file);
                PreparedStatement statement =
                        reader.connection()
                                .prepareStatement("EXPLAIN QUERY PLAN " + LeaseSearch.SPANS);
                ResultSet steps = statement.executeQuery()) {
            while (steps.next()) {
                plan.add(steps.getString("detail"));
            }
        }
        assertThat(plan).anyMatch(step -> step.startsWith("SEARCH e USING INDEX entry_lease "));
    }
}
