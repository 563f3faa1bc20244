package org.ivrea.designer.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/// The typefaces of the window, which come with it so that it looks and measures the same on every system: Inter for
/// text, JetBrains Mono for expressions. Both are under the SIL Open Font License.
final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FIRST = List.of("inter/Inter-Regular.otf", "inter/Inter-Bold.otf");
    private static final List<String> OTHERS = List.of("inter/Inter-Italic.otf", "inter/Inter-BoldItalic.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf", "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static final Set<String> LOADED = new HashSet<>();

    private Fonts() {}

    /// Makes those known to style sheets that nothing does without. A typeface that the system cannot use is passed
    /// over: the style sheet names others.
    static void loadFirst() {
        load(FIRST);
    }

    /// Makes all known.
    static void load() {
        load(FIRST);
        load(OTHERS);
    }

    private static synchronized void load(List<String> files) {
        for (String file : files) {
            if (!LOADED.add(file)) {
                continue;
            }
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
