package leasehold.ui.card;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import leasehold.ui.fx.Nodes;
import leasehold.ui.model.Texts.Part;

/** A sentence of words, strong words and links. Names give way first where it is too long. */
public final class SentenceLine extends HBox {

    private static final double LEAST_NAME = 32;
    private static final double LEAST = 16;
    private static final int SHORTEST = 5;

    private List<Part> shown = List.of();
    private Consumer<String> onLink = _ -> {};

    /** Creates an empty line. */
    public SentenceLine() {
        getStyleClass().add("sentence");
        setMinWidth(0);
    }

    /** Sets what a link does, by where it leads. */
    public void onLink(Consumer<String> action) {
        onLink = action;
    }

    /** Says a sentence. Where only words have changed, nodes and focus stay. */
    public void say(List<Part> sentence) {
        if (sentence.equals(shown)) {
            return;
        }
        if (sameShape(sentence, shown)) {
            for (int i = 0; i < sentence.size(); i++) {
                ((Labeled) getChildren().get(i)).setText(sentence.get(i).text());
            }
        } else {
            getChildren().setAll(sentence.stream().map(this::node).toList());
        }
        shown = List.copyOf(sentence);
    }

    /** What does not fit even so is cut at the end of the line, and runs under nothing. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node before = this;
        for (Node child : getChildren()) {
            double room = getWidth() - child.getLayoutX();
            double wide = child.getLayoutBounds().getWidth();
            boolean fits = room >= Math.min(wide, LEAST);
            child.setVisible(fits);
            if (fits) {
                child.resize(Math.min(wide, room), child.getLayoutBounds().getHeight());
                before = child;
            }
        }
        if (before != this && !getChildren().getLast().isVisible()) {
            // A little less than it needs, so that it says that more follows.
            Bounds all = before.getLayoutBounds();
            before.resize(all.getWidth() - 1, all.getHeight());
        }
    }

    private Labeled node(Part part) {
        Labeled node =
                switch (part.kind()) {
                    case WORD, NAME, SITE -> styled(new Label(part.text()), "word");
                    case STRONG -> styled(new Label(part.text()), "strong");
                    case LINK -> link(part);
                };
        if (part.kind() == Part.Kind.SITE) {
            node.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }
        Nodes.tellWhereCut(node);
        node.setMinWidth(yields(part) ? LEAST_NAME : Region.USE_PREF_SIZE);
        return node;
    }

    /** What is shorter than the least width of a name would only grow. */
    private static boolean yields(Part part) {
        return part.text().length() > SHORTEST
                && (part.kind() == Part.Kind.NAME || part.kind() == Part.Kind.SITE);
    }

    private Labeled link(Part part) {
        Hyperlink link = new Hyperlink(part.text());
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    onLink.accept(part.link());
                });
        return styled(link, "word-link");
    }

    private static Labeled styled(Labeled node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }

    private static boolean sameShape(List<Part> one, List<Part> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).kind() != other.get(i).kind()
                    || !one.get(i).link().equals(other.get(i).link())
                    || yields(one.get(i)) != yields(other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
