package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordFileTest {

    @Test
    void recordIsWhereThePlatformKeepsTheDataOfPrograms() {
        assertThat(file("Linux", Map.of()))
                .isEqualTo(Path.of("/home/ada/.local/share/leasehold/default.leasehold"));
        assertThat(file("Linux", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/leasehold/default.leasehold"));
        assertThat(file("Mac OS X", Map.of()))
                .isEqualTo(
                        Path.of(
                                "/home/ada/Library/Application Support/Leasehold/default.leasehold"));
        assertThat(file("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Leasehold/default.leasehold"));
    }

    @Test
    void relativeVariableIsIgnored() {
        assertThat(file("Linux", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/ada/.local/share/leasehold/default.leasehold"));
    }

    @Test
    void propertyNamesAnotherFile() {
        Map<String, String> properties = new HashMap<>(Map.of("os.name", "Linux"));
        properties.put(RecordFile.PROPERTY, "/data/other.leasehold");
        assertThat(RecordFile.of(properties::get, Map.of()))
                .isEqualTo(Path.of("/data/other.leasehold"));
    }

    private static Path file(String system, Map<String, String> environment) {
        Map<String, String> properties = Map.of("os.name", system, "user.home", "/home/ada");
        return RecordFile.of(properties::get, environment);
    }
}
