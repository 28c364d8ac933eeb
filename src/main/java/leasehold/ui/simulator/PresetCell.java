package leasehold.ui.simulator;

import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import leasehold.simulation.Preset;
import leasehold.ui.model.Texts;

/** A scenario in the list of them. Only a click picks it; keys go through the list unharmed. */
final class PresetCell extends ListCell<Preset> {

    private final Texts texts;

    PresetCell(Texts texts, Consumer<? super Preset> pick) {
        this.texts = texts;
        setOnMouseReleased(
                _ -> {
                    if (!isEmpty()) {
                        pick.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(Preset preset, boolean empty) {
        super.updateItem(preset, empty);
        setText(empty ? null : texts.word(preset));
    }
}
