package leasehold.ui.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import leasehold.app.OpenWindow;
import leasehold.ui.model.Texts.Part;
import leasehold.ui.model.Texts.Part.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** How a sentence gives way where there is too little room. */
class SentenceLineTest {

    private static final String LONG = "a client with a name of a length that nobody foresaw";

    private SentenceLine line;

    @BeforeEach
    void setUp() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        line = OpenWindow.fx(SentenceLine::new);
        OpenWindow.run(() -> new Scene(line));
    }

    @Test
    void nameGivesWayBeforeTheWordsAroundIt() {
        say("closed (", Kind.NAME, LONG, ").");
        resize(200);
        assertThat(cut(0)).isFalse();
        assertThat(cut(1)).isTrue();
        assertThat(cut(2)).isFalse();
    }

    @Test
    void nameGivesWayBeforeWhatIsSaidOfTimeAfterIt() {
        say("Reason: ", Kind.NAME, LONG, " · gives up in 10 s");
        resize(300);
        assertThat(cut(1)).isTrue();
        assertThat(cut(2)).isFalse();
    }

    @Test
    void shortEndTakesNoMoreThanItsWidth() {
        say("closed (", Kind.NAME, "operator", ").");
        resize(1_000);
        Node end = line.getChildren().getLast();
        double width = OpenWindow.fx(() -> end.getLayoutBounds().getWidth());
        assertThat(width).isLessThan(20);
    }

    @Test
    void nameThatGrowsBeginsToGiveWay() {
        say("closed (", Kind.NAME, "a", ").");
        say("closed (", Kind.NAME, LONG, ").");
        resize(200);
        assertThat(cut(1)).isTrue();
        assertThat(cut(2)).isFalse();
    }

    @Test
    void wordsThatDoNotFitEvenSoAreCutAtTheEndAndRunUnderNothing() {
        say("closed when linger ended, after hours in which nobody came (", Kind.NAME, LONG, ").");
        resize(150);
        double right =
                OpenWindow.fx(
                        () ->
                                line.getChildren().stream()
                                        .filter(Node::isVisible)
                                        .mapToDouble(node -> node.getBoundsInParent().getMaxX())
                                        .max()
                                        .orElseThrow());
        assertThat(right).isPositive().isLessThanOrEqualTo(150);
        assertThat(cut(0)).isTrue();
        assertThat(OpenWindow.fx(() -> line.minWidth(-1))).isZero();
        resize(2_000);
        assertThat(line.getChildren()).allMatch(Node::isVisible);
        assertThat(cut(0)).isFalse();
    }

    @Test
    void whatStandsBeforeAPartWithoutRoomSaysThatMoreFollows() {
        say("closed (", Kind.NAME, LONG, ").");
        resize(1_000);
        double edge = OpenWindow.fx(() -> line.getChildren().get(1).getLayoutX());
        resize(edge + 4);
        assertThat(line.getChildren().get(1).isVisible()).isFalse();
        assertThat(cut(0)).isTrue();
    }

    @Test
    void placeInCodeIsCutInItsMiddle() {
        say("acquired at ", Kind.SITE, "OrderSynchronisation.runAndWaitForTheOthers:88", "");
        Labeled site = (Labeled) line.getChildren().get(1);
        assertThat(site.getTextOverrun()).isEqualTo(OverrunStyle.CENTER_ELLIPSIS);
    }

    private void say(String before, Kind kind, String name, String after) {
        Part end = new Part(Kind.WORD, after, "");
        List<Part> sentence =
                after.isEmpty()
                        ? List.of(new Part(Kind.WORD, before, ""), new Part(kind, name, ""))
                        : List.of(new Part(Kind.WORD, before, ""), new Part(kind, name, ""), end);
        OpenWindow.run(() -> line.say(sentence));
    }

    private void resize(double width) {
        OpenWindow.run(
                () -> {
                    line.applyCss();
                    line.resize(width, 20);
                    line.layout();
                    line.getChildren().forEach(node -> ((Labeled) node).layout());
                });
    }

    private boolean cut(int child) {
        Labeled labeled = (Labeled) line.getChildren().get(child);
        return OpenWindow.fx(labeled::isTextTruncated);
    }
}
