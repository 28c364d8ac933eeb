package leasehold.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks for a file by the system's own dialog, which begins where it was the last time. */
public final class FileChoice {

    private final FileChooser chooser = new FileChooser();

    /** Creates a choice among files of any kind. */
    public FileChoice() {}

    /**
     * Creates a choice among files of one kind.
     *
     * @param kind what they are, for a person
     * @param ending how their names end, such as {@code .scenario}
     */
    public FileChoice(String kind, String ending) {
        among(kind, ending);
    }

    /**
     * Has all windows that are asked over answered by a supplier instead: a headless platform has
     * no dialogs of the system.
     */
    public static void answer(Window over, Supplier<? extends File> file) {
        over.getProperties().put(FileChoice.class, file);
    }

    /** Asks from now on for files of another kind. */
    public void among(String kind, String ending) {
        chooser.getExtensionFilters().setAll(new ExtensionFilter(kind, "*" + ending));
    }

    /** Lets files of any kind be chosen as well. */
    public FileChoice orAny(String kind) {
        chooser.getExtensionFilters().add(new ExtensionFilter(kind, "*"));
        return this;
    }

    /** Asks where to save, with a name at hand. */
    public Optional<Path> save(Node over, String name) {
        chooser.setInitialFileName(name);
        return ask(over, chooser::showSaveDialog);
    }

    /** Asks what to open. */
    public Optional<Path> open(Node over) {
        return ask(over, chooser::showOpenDialog);
    }

    private interface Dialog {
        File show(Window over);
    }

    /** Begins the next time where it was this time. */
    private Optional<Path> ask(Node over, Dialog dialog) {
        Window window = over.getScene().getWindow();
        File file =
                window.getProperties().get(FileChoice.class) instanceof Supplier<?> answer
                        ? (File) answer.get()
                        : dialog.show(window);
        Optional<File> chosen = Optional.ofNullable(file);
        chosen.map(File::getParentFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chosen.map(File::toPath);
    }
}
