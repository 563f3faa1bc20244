package org.ivrea.designer.inspector.form;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.controlsfx.control.decoration.Decorator;
import org.controlsfx.control.decoration.GraphicDecoration;
import org.controlsfx.control.decoration.StyleClassDecoration;
import org.ivrea.designer.theme.Icons;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.kordamp.ikonli.javafx.FontIcon;

/// Problems at controls: a coloured border, a small picture in the corner, and the message as a label.
public final class Marks {
    /// Inside of the field, at its right end; its style leaves room there.
    private static final double BADGE_X = -12;
    private static final double BADGE_Y = 14;

    private Marks() {}

    /// A list, or a box with an arrow, has no room at its right end.
    private static boolean hasRoom(Node control) {
        return control.getStyleClass().contains("text-field") || control.getStyleClass().contains("inspector-code");
    }

    /// Marks the control by the worst of the severities, or takes the mark away.
    public static void mark(Node control, List<Severity> severities) {
        Severity worst = severities.stream().min(Severity::compareTo).orElse(null);
        Object before = control.getProperties().get(Marks.class);
        if (worst == before) {
            return;
        }
        Decorator.removeAllDecorations(control);
        if (worst == null) {
            control.getProperties().remove(Marks.class);
            return;
        }
        control.getProperties().put(Marks.class, worst);
        Decorator.addDecoration(control, new StyleClassDecoration("inspector-" + worst));
        if (worst != Severity.INFO && hasRoom(control)) {
            var badge = icon(worst);
            badge.setMouseTransparent(true);
            Decorator.addDecoration(control, new GraphicDecoration(badge, Pos.TOP_RIGHT, BADGE_X, BADGE_Y));
        }
    }

    static FontIcon icon(Severity severity) {
        var icon = Icons.of(switch (severity) {
            case ERROR -> "alert-circle";
            case WARNING -> "alert-triangle";
            case INFO -> "info";
        });
        icon.getStyleClass().addAll("inspector-badge", "inspector-badge-" + severity);
        return icon;
    }

    public static Label message(Severity severity, String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("inspector-message", "inspector-message-" + severity);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    public static Label message(Problem problem) {
        return message(problem.severity(), problem.message());
    }
}
