package leasehold.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import leasehold.ui.fx.Rooms;
import leasehold.ui.model.Details;
import leasehold.ui.model.Details.Fact;
import leasehold.ui.model.Details.Moment;
import leasehold.ui.model.Details.Section;
import leasehold.ui.model.Link;
import leasehold.ui.model.Look;
import leasehold.ui.model.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The side pane shows what it is given, whatever it showed before. */
class FactsTest {

    private static final Section ASKED = new Details.Prose("Why", List.of("one", "two"));

    private final List<Link> followed = new ArrayList<>();
    private final VBox pane = new VBox();
    private final Facts facts = made();

    @BeforeEach
    void begin() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void whatIsShownAgainKeepsItsNodes() throws Exception {
        onToolkit(
                () -> {
                    show(List.of(fact("Session", "#1")), List.of(story(2)));
                    List<Node> before = leaves(pane).toList();
                    show(List.of(fact("Session", "#2")), List.of(story(3)));
                    assertThat(texts()).containsSubsequence("Session", "#2", "Happened", "t2");
                    assertThat(leaves(pane)).containsAll(before);
                });
    }

    @Test
    void linkLeadsWhereTheFactSaysNow() throws Exception {
        onToolkit(
                () -> {
                    show(List.of(leading(1)), List.of());
                    show(List.of(leading(2)), List.of());
                    leaves(pane)
                            .filter(Hyperlink.class::isInstance)
                            .forEach(link -> ((Hyperlink) link).fire());
                    assertThat(followed).containsExactly(new Link.ToLease(2));
                });
    }

    @Test
    void nothingIsLeftOfWhatWasShownBefore() throws Exception {
        onToolkit(
                () -> {
                    Random random = new Random(11);
                    for (int i = 0; i < 300; i++) {
                        List<Fact> wanted = facts(random);
                        List<Section> sections = sections(random);
                        show(wanted, sections);
                        assertThat(shown()).isEqualTo(shownAnew(wanted, sections));
                    }
                });
    }

    private Facts made() {
        return new Facts(new Stacks(new Texts(Rooms.texts())), followed::add);
    }

    private static List<Fact> facts(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(
                        i ->
                                random.nextBoolean()
                                        ? leading(random.nextInt(3))
                                        : new Fact("n" + i, "v", random.nextBoolean() ? "h" : ""))
                .toList();
    }

    private static List<Section> sections(Random random) {
        List<Section> all = List.of(ASKED, story(random.nextInt(4)), story(1));
        return all.subList(random.nextInt(2), 1 + random.nextInt(3));
    }

    private static Section story(int moments) {
        return new Details.Story(
                "Happened",
                IntStream.range(0, moments)
                        .mapToObj(i -> new Moment("t" + i, "exactly t" + i, "what"))
                        .toList());
    }

    private static Fact fact(String name, String value) {
        return new Fact(name, value);
    }

    private static Fact leading(long lease) {
        return new Fact("Lease", "L-" + lease, "", Optional.of(new Link.ToLease(lease)));
    }

    private void show(List<Fact> wanted, List<Section> sections) {
        facts.show(details(wanted, sections), pane.getChildren());
    }

    private List<String> shownAnew(List<Fact> wanted, List<Section> sections) {
        VBox fresh = new VBox();
        made().show(details(wanted, sections), fresh.getChildren());
        return leaves(fresh).map(FactsTest::seen).toList();
    }

    private List<String> shown() {
        return leaves(pane).map(FactsTest::seen).toList();
    }

    private List<String> texts() {
        return leaves(pane).map(node -> ((Labeled) node).getText()).toList();
    }

    private static String seen(Node node) {
        Labeled label = (Labeled) node;
        String hint = label.getTooltip() == null ? "" : label.getTooltip().getText();
        return "%s %s (%s) %s"
                .formatted(
                        label.getClass().getSimpleName(),
                        label.getText(),
                        hint,
                        label.getStyleClass());
    }

    private static Stream<Node> leaves(Node node) {
        return node instanceof Parent parent && !(node instanceof Labeled)
                ? parent.getChildrenUnmodifiable().stream().flatMap(FactsTest::leaves)
                : Stream.of(node);
    }

    private static Details details(List<Fact> wanted, List<Section> sections) {
        return new Details(
                "billing-sync",
                "L-1",
                new Details.State(Look.OPEN, "", ""),
                wanted,
                sections,
                Details.Act.NONE);
    }

    private static void onToolkit(Runnable task) throws Exception {
        WaitForAsyncUtils.asyncFx(task).get();
    }
}
