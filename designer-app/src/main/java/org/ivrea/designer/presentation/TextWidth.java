package org.ivrea.designer.presentation;

/// About how wide text is, without asking a font: the widths of a wide sans serif, by class of character. Too wide for
/// most fonts, so that what is said to fit does fit.
final class TextWidth {
    private static final String NARROW = "iIjl.,:;'|!()[]{}·‘’ ft-r/";
    private static final String WIDE = "mwMWQGO@%&…—";

    private TextWidth() {}

    /// @param size of the font
    static double of(String text, double size) {
        double ems = 0;
        for (int at = 0; at < text.length(); at++) {
            ems += em(text.charAt(at));
        }
        return ems * size;
    }

    private static double em(char c) {
        if (c >= 0x1100) {
            return isLatinPunctuation(c) ? 0.6 : 1;
        }
        if (NARROW.indexOf(c) >= 0) {
            return 0.37;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 0.93;
        }
        return Character.isUpperCase(c) ? 0.7 : 0.61;
    }

    private static boolean isLatinPunctuation(char c) {
        return c >= 0x2000 && c <= 0x206f;
    }
}
