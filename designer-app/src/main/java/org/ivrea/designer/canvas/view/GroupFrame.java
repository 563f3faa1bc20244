package org.ivrea.designer.canvas.view;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.ivrea.designer.canvas.model.Box;

/// A frame behind the nodes that belong together.
final class GroupFrame extends BoxView {
    private final TextFitter texts;
    private final Text title = new Text();
    private final Region wash = new Region();
    private final Region corner = new Region();

    GroupFrame(TextFitter texts) {
        this.texts = texts;
        getStyleClass().add("group-frame");
        wash.getStyleClass().add("wash");
        title.getStyleClass().add("group-title");
        corner.getStyleClass().add("corner");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(wash, title, corner);
    }

    @Override
    void show(Box newBox, Detail detail) {
        super.show(newBox, detail);
        CommentBox.shade(this, newBox.node());
        wash.resizeRelocate(0, 0, newBox.bounds().width(), newBox.bounds().height());
        boolean full = detail == Detail.FULL;
        double size = full ? 12 : 19;
        title.pseudoClassStateChanged(PseudoClass.getPseudoClass("large"), !full);
        title.setText(texts.cut(newBox.node().title(), texts.font(FontWeight.BOLD, size),
                newBox.bounds().width() - 24));
        title.setX(12);
        title.setY(full ? 20 : 26);
        corner.resizeRelocate(newBox.bounds().width() - 12, newBox.bounds().height() - 12, 10, 10);
        setAccessibleText(newBox.node().title());
    }
}
