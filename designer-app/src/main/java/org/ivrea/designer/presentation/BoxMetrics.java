package org.ivrea.designer.presentation;

import org.ivrea.flow.document.LayoutEntry;
import org.jspecify.annotations.Nullable;

/// The measures of boxes, in canvas units. They do not depend on any font, so that layout, hit testing and drawing
/// agree, on every machine.
public final class BoxMetrics {
    public static final double WIDTH = 200;
    /// The distance at which boxes snap.
    public static final int GRID = 10;
    /// From the top of the box to the middle of its title; the edges that lead to the box end there.
    public static final double TITLE_MIDDLE = 19;
    public static final double HEADER = 36;
    public static final double SUMMARY_LINE = 15;
    public static final double ROW = 19;
    /// Above the first and below the last row.
    public static final double ROWS_PADDING = 4;
    /// Where title and summary begin.
    public static final double TEXT_LEFT = 38;
    public static final double TEXT_WIDTH = WIDTH - TEXT_LEFT - 10;
    public static final double BADGE = 17;
    public static final double SUMMARY_FONT = 11.5;
    public static final double COMMENT_WIDTH = 240;
    public static final double COMMENT_HEIGHT = 120;
    public static final double GROUP_WIDTH = 480;
    public static final double GROUP_HEIGHT = 320;

    private static final double SUMMARY_BOTTOM = 8;

    private BoxMetrics() {}

    /// How wide a title may be.
    ///
    /// @param badge whether the box has one
    public static double titleWidth(boolean badge) {
        return badge ? TEXT_WIDTH - BADGE - 4 : TEXT_WIDTH;
    }

    /// @param place the layout of the box, which knows the sizes of comments and groups; `null` for none
    public static BoxSize size(NodePresentation node, @Nullable LayoutEntry place) {
        if (!node.annotation()) {
            return new BoxSize(WIDTH, rowsTop(node) + rowsHeight(node));
        }
        if (place != null && place.hasSize()) {
            return new BoxSize(place.width(), place.height());
        }
        return node.isGroup() ? new BoxSize(GROUP_WIDTH, GROUP_HEIGHT) : new BoxSize(COMMENT_WIDTH, COMMENT_HEIGHT);
    }

    /// How many lines of the summary there is room for: 0 to 2.
    public static int summaryLines(NodePresentation node) {
        if (node.summary().isEmpty()) {
            return 0;
        }
        return TextWidth.of(node.summary(), SUMMARY_FONT) <= TEXT_WIDTH ? 1 : 2;
    }

    /// From the top of the box to the line above its rows.
    public static double rowsTop(NodePresentation node) {
        int lines = summaryLines(node);
        return lines == 0 ? HEADER + 2 : HEADER - 4 + lines * SUMMARY_LINE + SUMMARY_BOTTOM;
    }

    /// From the top of the box to the middle of the row of an exit.
    ///
    /// @param row the exit's place among all [exits][NodePresentation#exits]; those without a row hang below the box
    public static double exitMiddle(NodePresentation node, int row) {
        double inside = rowsTop(node) + ROWS_PADDING + row * ROW + ROW / 2;
        return node.exits().get(row).hasRow() ? inside : inside + ROWS_PADDING;
    }

    private static double rowsHeight(NodePresentation node) {
        int rows = 0;
        for (ExitPresentation exit : node.exits()) {
            rows += exit.hasRow() ? 1 : 0;
        }
        return rows == 0 ? 0 : rows * ROW + 2 * ROWS_PADDING;
    }
}
