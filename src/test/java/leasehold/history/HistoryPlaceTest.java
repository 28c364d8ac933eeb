package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record lies where the platform wants it, and nobody but its owner can read it. */
class HistoryPlaceTest {

    private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

    @TempDir private Path folder;

    @Test
    void onUnixItIsTheDataHome() {
        assertThat(place("Linux", Map.of()))
                .isEqualTo(HOME.resolve(".local/share/leasehold/record.sqlite"));
        String data = folder.toString();
        assertThat(place("Linux", Map.of("XDG_DATA_HOME", data)))
                .isEqualTo(folder.resolve("leasehold/record.sqlite"));
    }

    @Test
    void relativeOrEmptyDataHomeIsIgnored() {
        Path usual = place("Linux", Map.of());
        assertThat(place("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(usual);
        assertThat(place("Linux", Map.of("XDG_DATA_HOME", ""))).isEqualTo(usual);
    }

    @Test
    void onMacItIsApplicationSupport() {
        assertThat(place("Mac OS X", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(HOME.resolve("Library/Application Support/Leasehold/record.sqlite"));
    }

    @Test
    void onWindowsItIsTheLocalData() {
        assertThat(place("Windows 11", Map.of()))
                .isEqualTo(HOME.resolve("AppData/Local/Leasehold/record.sqlite"));
        assertThat(place("Windows 11", Map.of("LOCALAPPDATA", folder.toString())))
                .isEqualTo(folder.resolve("Leasehold/record.sqlite"));
    }

    @Test
    void thisMachineHasAPlace() {
        assertThat(HistoryPlace.standard()).isAbsolute().hasFileName("record.sqlite");
    }

    @Test
    void onlyTheOwnerCanReadOrWriteAnyOfItsFiles() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("new/deep/demo.leasehold");
        try (HistoryStore store = HistoryStore.open(file)) {
            new Made(store.recording("demo").listener()).resume(1);
            store.flush();
            assertThat(permissions(folder.resolve("new"))).isEqualTo("rwx------");
            assertThat(permissions(file.getParent())).isEqualTo("rwx------");
            assertThat(Stored.names(file.getParent()))
                    .contains(
                            "demo.leasehold",
                            "demo.leasehold-shm",
                            "demo.leasehold-wal",
                            "demo.leasehold.lock");
            for (String name : Stored.names(file.getParent())) {
                assertThat(permissions(file.resolveSibling(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    private static Path place(String system, Map<String, String> environment) {
        return HistoryPlace.of(system, HOME, environment::get);
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
