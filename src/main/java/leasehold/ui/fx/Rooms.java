package leasehold.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads views. Each controller is made by what was registered for it; another is an error. */
public final class Rooms {

    /** The bundle of all texts, keyed by screen. */
    public static final String TEXTS = "leasehold.ui.texts";

    private final Map<Class<?>, Supplier<?>> controllers = new HashMap<>();

    /**
     * A view with its controller.
     *
     * @param root what to show
     * @param controller what leads it
     */
    public record Room<C>(Parent root, C controller) implements Disposable {

        @Override
        public void dispose() {
            if (controller instanceof Disposable disposable) {
                disposable.dispose();
            }
        }
    }

    /** Registers how a controller is made. */
    public <C> Rooms with(Class<C> type, Supplier<? extends C> maker) {
        controllers.put(type, maker);
        return this;
    }

    /** Loads the view of a controller: {@code leases/Leases.fxml} for {@code LeasesController}. */
    public <C> Room<C> open(Class<C> type) {
        FXMLLoader loader = new FXMLLoader(fxml(type), texts());
        loader.setControllerFactory(this::make);
        try {
            Parent root = loader.load();
            return new Room<>(root, type.cast(loader.getController()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the view of " + type.getName() + " cannot be loaded", e);
        }
    }

    /** Returns where the view of a controller is described. */
    public static URL fxml(Class<?> type) {
        String file = type.getSimpleName().replace("Controller", ".fxml");
        return Objects.requireNonNull(type.getResource(file), () -> "no view " + file);
    }

    /** Returns all texts. */
    public static ResourceBundle texts() {
        return ResourceBundle.getBundle(TEXTS, Locale.ENGLISH, Rooms.class.getModule());
    }

    private Object make(Class<?> type) {
        Supplier<?> maker = controllers.get(type);
        if (maker == null) {
            throw new IllegalStateException("no controller is registered for " + type.getName());
        }
        return maker.get();
    }
}
