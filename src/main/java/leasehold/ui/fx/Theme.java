package leasehold.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/** Light, dark, or as the system has it. Light and dark differ in tokens only. */
public final class Theme {

    private static final String HOUSE = "/leasehold/ui/";
    private static final List<String> SHEETS =
            List.of("tokens.css", "leasehold.css", "tables.css", "dialogs.css");
    private static final List<String> FONTS =
            List.of("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.SYSTEM);

    /** Which look is wanted. */
    public enum Mode {
        /** Dark text on light ground. */
        LIGHT,
        /** Light text on dark ground. */
        DARK,
        /** As the system has it. */
        SYSTEM
    }

    /** Loads the fonts. */
    public Theme() {
        FONTS.forEach(Theme::loadFont);
    }

    /** Returns which look is wanted. */
    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /** Dresses a window's root, now and whenever the look changes. */
    public Subscription dress(Parent root) {
        SHEETS.forEach(sheet -> root.getStylesheets().add(sheet(sheet)));
        root.getStyleClass().add("lh");
        Runnable paint = () -> paint(root);
        return Subscription.combine(
                mode.subscribe(paint),
                Platform.getPreferences().colorSchemeProperty().subscribe(_ -> paint.run()));
    }

    /** Tells whether the dark look is on. */
    public boolean dark() {
        return switch (mode.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void paint(Parent root) {
        boolean dark = dark();
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        root.pseudoClassStateChanged(DARK, dark);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(HOUSE + name), name).toExternalForm();
    }

    private static void loadFont(String file) {
        try (InputStream font = Theme.class.getResourceAsStream(HOUSE + "fonts/" + file)) {
            if (font != null) {
                Font.loadFont(font, 13);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read", e);
        }
    }
}
