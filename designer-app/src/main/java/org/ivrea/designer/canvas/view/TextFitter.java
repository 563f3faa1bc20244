package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Cuts and wraps text to a width. Measures each character once, as boxes are shown by the hundred.
final class TextFitter {
    private static final String ELLIPSIS = "…";
    /// Widths are kept for a font of this size, and scaled.
    private static final double MEASURED = 100;

    private final Map<FontWeight, Map<Character, Double>> widths = new HashMap<>();
    private String family = Font.getDefault().getFamily();

    /// @return true when this is another family than before
    boolean useFamily(String newFamily) {
        if (newFamily.equals(family)) {
            return false;
        }
        family = newFamily;
        widths.clear();
        return true;
    }

    Font font(FontWeight weight, double size) {
        return Font.font(family, weight, size);
    }

    double width(String text, Font font) {
        FontWeight weight = isBold(font) ? FontWeight.BOLD : FontWeight.NORMAL;
        Map<Character, Double> known = widths.computeIfAbsent(weight, _ -> new HashMap<>());
        double width = 0;
        for (int at = 0; at < text.length(); at++) {
            width += known.computeIfAbsent(text.charAt(at), c -> measure(c, weight));
        }
        return width * font.getSize() / MEASURED;
    }

    /// The text, or as much of it as fits with `…` behind it.
    String cut(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 0 && width(text.substring(0, length) + ELLIPSIS, font) > room) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + ELLIPSIS;
    }

    /// The text in lines, broken between words where that is possible, or behind a slash; what does not fit into them is
    /// cut. A `…` is never left alone on a line.
    List<String> wrap(String text, Font font, double room, int most) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = paragraph.strip();
            do {
                if (lines.size() == most - 1 || width(rest, font) <= room) {
                    lines.add(rest);
                    rest = "";
                } else {
                    int length = fitting(rest, font, room);
                    String left = rest.substring(length).strip();
                    lines.add(left.equals(ELLIPSIS) ? rest : rest.substring(0, length).stripTrailing());
                    rest = left.equals(ELLIPSIS) ? "" : left;
                }
            } while (!rest.isEmpty() && lines.size() < most);
            if (lines.size() == most) {
                break;
            }
        }
        lines.replaceAll(line -> cut(line, font, room));
        return lines;
    }

    private int fitting(String text, Font font, double room) {
        int length = 1;
        while (length < text.length() && width(text.substring(0, length + 1), font) <= room) {
            length++;
        }
        int between = Math.max(text.lastIndexOf(' ', length), text.lastIndexOf('/', length - 1) + 1);
        return between > 0 ? between : length;
    }

    private double measure(char c, FontWeight weight) {
        var text = new Text("n" + c + "n");
        text.setFont(Font.font(family, weight, MEASURED));
        var around = new Text("nn");
        around.setFont(text.getFont());
        return text.getLayoutBounds().getWidth() - around.getLayoutBounds().getWidth();
    }

    private static boolean isBold(Font font) {
        return font.getStyle().contains("Bold");
    }
}
