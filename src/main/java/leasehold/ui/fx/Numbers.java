package leasehold.ui.fx;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/** Spinners of whole numbers, into which anything may be typed. */
public final class Numbers {

    private Numbers() {}

    /** Sets a spinner up. What is typed and is no number leaves its value as it was. */
    public static void whole(Spinner<Integer> spinner, int most, int step, int value) {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(1, most, value, step);
        values.setConverter(new Lenient(spinner));
        spinner.setValueFactory(values);
    }

    /** Returns a spinner's value, with what was typed last. */
    public static int value(Spinner<Integer> spinner) {
        spinner.commitValue();
        return spinner.getValue();
    }

    private static final class Lenient extends StringConverter<Integer> {

        private final Spinner<Integer> spinner;

        Lenient(Spinner<Integer> spinner) {
            this.spinner = spinner;
        }

        @Override
        public String toString(Integer number) {
            return number == null ? "" : number.toString();
        }

        @Override
        public Integer fromString(String typed) {
            try {
                return Integer.valueOf(typed.strip());
            } catch (NumberFormatException e) {
                spinner.getEditor().setText(toString(spinner.getValue()));
                return spinner.getValue();
            }
        }
    }
}
