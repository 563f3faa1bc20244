package org.ivrea.designer.canvas.view;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.presentation.NodePresentation;
import org.ivrea.engine.nodes.Shade;

/// A sticky note.
final class CommentBox extends BoxView {
    private static final double FONT = 12;
    private static final double LINE = 16;
    private static final double PADDING = 10;

    private final TextFitter texts;
    private final Text title = new Text();
    private final Text words = new Text();
    private final Region corner = new Region();

    CommentBox(TextFitter texts) {
        this.texts = texts;
        getStyleClass().add("comment-box");
        title.getStyleClass().add("comment-title");
        words.getStyleClass().add("comment-text");
        corner.getStyleClass().add("corner");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(title, words, corner);
    }

    @Override
    void show(Box newBox, Detail detail) {
        super.show(newBox, detail);
        NodePresentation node = newBox.node();
        shade(this, node);
        boolean titled = !node.title().isEmpty();
        shown(title, titled);
        double room = newBox.bounds().width() - 2 * PADDING;
        double size = detail == Detail.FULL ? FONT : FONT * 1.4;
        double line = detail == Detail.FULL ? LINE : LINE * 1.4;
        Font font = texts.font(FontWeight.NORMAL, size);
        title.setText(texts.cut(node.title(), texts.font(FontWeight.BOLD, FONT), room));
        title.setX(PADDING);
        title.setY(PADDING + FONT - 1);
        double top = titled ? PADDING + LINE + 2 : PADDING;
        int lines = Math.max(1, (int) ((newBox.bounds().height() - top - 4) / line));
        words.pseudoClassStateChanged(PseudoClass.getPseudoClass("large"), detail != Detail.FULL);
        words.setText(String.join("\n", texts.wrap(node.summary(), font, room, lines)));
        words.setX(PADDING);
        words.setY(top + size - 1);
        corner.resizeRelocate(newBox.bounds().width() - 12, newBox.bounds().height() - 12, 10, 10);
        setAccessibleText(titled ? node.title() + ". " + node.summary() : node.summary());
    }

    static void shade(BoxView view, NodePresentation node) {
        Shade shade = node.shade() == null ? Shade.YELLOW : node.shade();
        String name = "shade-" + shade.name().toLowerCase(Locale.ROOT);
        if (!view.getStyleClass().contains(name)) {
            view.getStyleClass().removeIf(style -> style.startsWith("shade-"));
            view.getStyleClass().add(name);
        }
    }
}
