package org.ivrea.designer.canvas.view;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.ExitPresentation;
import org.ivrea.designer.presentation.NodePresentation;

/// The row of an exit: its keys, its name and its port.
final class ExitRow extends Group {
    private static final PseudoClass UNWIRED = PseudoClass.getPseudoClass("unwired");
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");
    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
    private static final PseudoClass IMPLICIT = PseudoClass.getPseudoClass("implicit");
    private static final double PORT = 4.5;
    private static final double FONT = 11.5;
    private static final double COUNT_ROOM = 34;

    private final TextFitter texts;
    private final Messages messages;
    private final Region plate = new Region();
    private final Label keys = new Label();
    private final Text name = new Text();
    private final Text count = new Text();
    private final Circle port = new Circle(PORT);
    private final Circle breakpoint = new Circle(4.5);

    ExitRow(TextFitter texts, Messages messages) {
        getStyleClass().add("exit-row");
        this.texts = texts;
        this.messages = messages;
        setAutoSizeChildren(false);
        plate.getStyleClass().add("exit-plate");
        keys.getStyleClass().add("key-chip");
        name.getStyleClass().add("exit-name");
        count.getStyleClass().add("exit-count");
        port.getStyleClass().add("port");
        port.setAccessibleRole(AccessibleRole.BUTTON);
        breakpoint.getStyleClass().add("breakpoint");
        getChildren().addAll(plate, keys, name, count, port, breakpoint);
    }

    /// @param middle of the row, from the top of the box
    void show(NodePresentation node, ExitPresentation exit, double middle, boolean opened, Detail detail) {
        boolean full = detail == Detail.FULL;
        BoxView.shown(this, exit.hasRow() || opened);
        BoxView.shown(plate, !exit.hasRow());
        plate.resizeRelocate(BoxMetrics.TEXT_LEFT - 8, middle - BoxMetrics.ROW / 2,
                BoxMetrics.WIDTH - BoxMetrics.TEXT_LEFT + 8, BoxMetrics.ROW);
        BoxView.shown(name, full || !exit.hasRow());
        BoxView.shown(keys, full && !exit.keys().isEmpty());
        Font font = texts.font(FontWeight.NORMAL, FONT);
        double left = BoxMetrics.TEXT_LEFT;
        if (!exit.keys().isEmpty()) {
            keys.setText(exit.keys());
            double width = Math.max(16, texts.width(exit.keys(), texts.font(FontWeight.NORMAL, 10.5)) + 9);
            double x = Math.max(8, BoxMetrics.TEXT_LEFT - 7 - width);
            keys.resizeRelocate(x, middle - 7.5, width, 15);
            left = Math.max(left, x + width + 6);
        }
        name.setText(texts.cut(exit.name(), font, BoxMetrics.WIDTH - left - 14));
        name.setX(left);
        name.setY(middle + 4);
        port.setCenterX(BoxMetrics.WIDTH);
        port.setCenterY(middle);
        breakpoint.setCenterY(middle);
        breakpoint.setId("breakpoint-" + node.id() + "-" + exit.name());
        port.setId("port-" + node.id() + "-" + exit.name());
        port.setAccessibleText(exit.target() == null
                ? messages.get("port.unwired", exit.name(), node.title())
                : messages.get("port.wired", exit.name(), node.title(), exit.target()));
        pseudoClassStateChanged(UNWIRED, !exit.isWired());
        pseudoClassStateChanged(IMPLICIT, exit.implicit());
        pseudoClassStateChanged(WARNED, !exit.isWired() && isWarnedOf(node, exit));
    }

    void mark(ExitRef exit, CallMarks marks) {
        pseudoClassStateChanged(TAKEN, marks.isTaken(exit));
        pseudoClassStateChanged(MISSED, marks.isMissed(exit));
        BoxView.shown(breakpoint, marks.stopsAt(exit));
        BoxView.shown(count, marks.showsCoverage() && name.isVisible());
        if (marks.showsCoverage()) {
            String number = marks.count(exit) == 0 ? messages.get("coverage.never") : marks.count(exit) + "×";
            Font font = texts.font(FontWeight.NORMAL, 10.5);
            String text = texts.cut(number, font, COUNT_ROOM + 10);
            count.setText(text);
            count.setX(BoxMetrics.WIDTH - 14 - texts.width(text, font));
            count.setY(name.getY());
        }
    }

    private static boolean isWarnedOf(NodePresentation node, ExitPresentation exit) {
        return node.problems().stream().anyMatch(problem -> {
            var around = problem.pointer().parent();
            return problem.pointer().token().equals(exit.name()) && around != null && around.token().equals("exits");
        });
    }
}
