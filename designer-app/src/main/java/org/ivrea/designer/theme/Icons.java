package org.ivrea.designer.theme;

import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.ivrea.engine.node.NodeGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons, by the names that node types give.
public final class Icons {
    private static final String PREFIX = "fth-";

    private Icons() {}

    /// @param name such as `git-branch`; for an unknown one a question mark
    public static FontIcon of(String name) {
        return FontIcon.of(feather(name));
    }

    /// @param size in pixels
    public static FontIcon of(String name, int size) {
        FontIcon icon = FontIcon.of(feather(name), size);
        // The theme sets a size for all icons, which would win over the one given.
        icon.setStyle(icon.getStyle() + "; -fx-icon-size: " + size + "px;");
        return icon;
    }

    /// The icon of a node type before the colour of its group.
    public static StackPane chip(String icon, NodeGroup group) {
        var chip = new StackPane(of(icon, 12));
        chip.getStyleClass().addAll("type-chip", group.name().toLowerCase(Locale.ROOT));
        return chip;
    }

    private static Feather feather(String name) {
        try {
            return Feather.findByDescription(PREFIX + name);
        } catch (IllegalArgumentException _) {
            return Feather.HELP_CIRCLE;
        }
    }
}
