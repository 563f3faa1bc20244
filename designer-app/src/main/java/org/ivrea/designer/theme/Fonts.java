package org.ivrea.designer.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The typefaces of the window, which come with it so that it looks and measures the same on every system: Inter for
/// text, JetBrains Mono for expressions. Both are under the SIL Open Font License.
final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of("inter/Inter-Regular.otf", "inter/Inter-Italic.otf",
            "inter/Inter-Bold.otf", "inter/Inter-BoldItalic.otf", "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private static boolean loaded;

    private Fonts() {}

    /// Makes them known to style sheets, once. A typeface that the system cannot use is passed over: the style sheet
    /// names others.
    static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
                if (in != null) {
                    Font.loadFont(in, -1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
