package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingStoreTest {

    @TempDir Path among;

    @Test
    void whatAKilledProgramLeftIsRemovedAndWhatIsInUseOrAnothersStays() throws Exception {
        Path killed = folder("leasehold-killed");
        Path used = folder("leasehold-used");
        Path foreign = folder("leasehold-settings");
        Files.writeString(foreign.resolve("notes.txt"), "mine");
        leave(killed);
        try (PassingStore inUse = new PassingStore(used)) {
            PassingStore.clearAbandoned(among);
            assertThat(killed).doesNotExist();
            assertThat(used.resolve("passing.sqlite")).exists();
            assertThat(inUse.store().flush()).isTrue();
            assertThat(inUse.store().readOnly()).isEmpty();
        }
        assertThat(among).isDirectoryContaining(foreign::equals);
        assertThat(foreign.resolve("notes.txt")).hasContent("mine");
        assertThat(among.toFile().list()).containsExactly("leasehold-settings");
    }

    @Test
    void whatSomebodyPutBesideAKilledProgramsStoreStaysAndKeepsNoOtherFromGoing() throws Exception {
        List<Path> killed = List.of(folder("leasehold-1"), folder("leasehold-2"));
        for (Path one : killed) {
            leave(one);
            Files.createDirectory(one.resolve("mine"));
            Files.writeString(one.resolve("notes.txt"), "mine");
        }
        Path damaged = folder("leasehold-3");
        Files.writeString(damaged.resolve("passing.sqlite"), "no store at all, but some text");
        leave(folder("leasehold-4"));
        PassingStore.clearAbandoned(among);
        for (Path one : killed) {
            assertThat(one.toFile().list()).containsExactlyInAnyOrder("mine", "notes.txt");
        }
        assertThat(damaged.resolve("passing.sqlite")).exists();
        assertThat(among.resolve("leasehold-4")).doesNotExist();
    }

    @Test
    void linkToARecordElsewhereIsNotFollowed() throws Exception {
        Path elsewhere = folder("elsewhere");
        leave(elsewhere);
        Files.createSymbolicLink(
                folder("leasehold-linked").resolve("passing.sqlite"),
                elsewhere.resolve("passing.sqlite"));
        Files.createSymbolicLink(among.resolve("leasehold-folder"), elsewhere);
        PassingStore.clearAbandoned(among);
        assertThat(elsewhere.resolve("passing.sqlite")).exists();
    }

    /** Leaves what a program leaves that ends with no time to clear up. */
    private void leave(Path folder) throws IOException {
        Path kept = folder("kept");
        try (PassingStore store = new PassingStore(kept)) {
            Files.copy(kept.resolve("passing.sqlite"), folder.resolve("passing.sqlite"));
            assertThat(store.store().readOnly()).isEmpty();
        }
        Files.writeString(folder.resolve("passing.sqlite.lock"), "process 4711 of somebody");
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(among.resolve(name));
    }
}
