package org.ivrea.designer.inspector.form;

import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.ivrea.designer.theme.Icons;

/// Small pieces that forms are made of.
public final class Labels {
    private static final Set<String> ACRONYMS = Set.of("json", "xml", "dtmf", "pin", "id", "sms", "url");

    private Labels() {}

    public static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("inspector-muted");
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    /// A link that does something.
    public static Hyperlink link(String text, Runnable action) {
        var link = new Hyperlink(text);
        link.getStyleClass().add("inspector-link");
        link.setOnAction(_ -> {
            link.setVisited(false);
            action.run();
        });
        link.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return link;
    }

    /// A small button with a picture only.
    ///
    /// @param name what it does, for the tooltip and for screen readers
    public static Button icon(String icon, String name, Runnable action) {
        var button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("inspector-icon-button", "flat");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        button.setMinSize(javafx.scene.layout.Region.USE_PREF_SIZE, javafx.scene.layout.Region.USE_PREF_SIZE);
        return button;
    }

    /// `allKeys` as "All keys", `json` as "JSON".
    public static String words(String name) {
        if (ACRONYMS.contains(name)) {
            return name.toUpperCase(Locale.ROOT);
        }
        var words = new StringBuilder();
        for (int index = 0; index < name.length(); index++) {
            char c = name.charAt(index);
            if (index == 0) {
                words.append(Character.toUpperCase(c));
            } else if (Character.isUpperCase(c)) {
                words.append(' ').append(Character.toLowerCase(c));
            } else {
                words.append(c);
            }
        }
        return words.toString();
    }

    /// A name as part of the id of a control: what no CSS selector takes is left out.
    public static String id(String text) {
        return text.replaceAll("[^A-Za-z0-9-]+", "-").toLowerCase(Locale.ROOT).replaceAll("^-|-$", "");
    }
}
