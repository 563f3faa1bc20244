package org.ivrea.designer.theme;

import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;

/// The two looks: AtlantaFX Primer with what Ivrea adds. A theme is the style sheet of the whole application, so that
/// dialogs, menus and tool tips have it too.
public enum Theme {
    LIGHT("light.css"), DARK("dark.css");

    private final String styleSheet;

    Theme(String file) {
        URL found = Theme.class.getResource(file);
        this.styleSheet = Objects.requireNonNull(found, file).toExternalForm();
    }

    /// The one that goes with the system's.
    public static Theme of(ColorScheme system) {
        return system == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// Where its style sheet is.
    public String styleSheet() {
        return styleSheet;
    }

    /// Makes the typefaces known that the first look at the window does without: the italic ones, and those of
    /// expressions. To be called before anything that uses them is made.
    public static void loadAllFonts() {
        Fonts.load();
    }

    /// Gives all windows this look, those that are open too.
    public void apply() {
        Fonts.loadFirst();
        Application.setUserAgentStylesheet(styleSheet);
    }
}
