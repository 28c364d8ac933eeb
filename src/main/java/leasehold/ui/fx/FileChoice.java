package leasehold.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks for a file by the system's own dialog. */
public final class FileChoice {

    private final FileChooser chooser = new FileChooser();

    /**
     * Creates a choice among files of one kind.
     *
     * @param kind what they are, for a person
     * @param ending how their names end, such as {@code .scenario}
     */
    public FileChoice(String kind, String ending) {
        chooser.getExtensionFilters().setAll(new ExtensionFilter(kind, "*" + ending));
    }

    /** Asks where to save, with a name at hand. */
    public Optional<Path> save(Node over, String name) {
        chooser.setInitialFileName(name);
        return taken(chooser.showSaveDialog(over.getScene().getWindow()));
    }

    /** Asks what to open. */
    public Optional<Path> open(Node over) {
        return taken(chooser.showOpenDialog(over.getScene().getWindow()));
    }

    /** Begins the next time where it was this time. */
    private Optional<Path> taken(File file) {
        Optional<File> chosen = Optional.ofNullable(file);
        chosen.map(File::getParentFile).ifPresent(chooser::setInitialDirectory);
        return chosen.map(File::toPath);
    }
}
