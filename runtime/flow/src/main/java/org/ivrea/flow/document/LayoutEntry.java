package org.ivrea.flow.document;

/// Where a node's box stands on the canvas, in canvas units. Comments and groups also have a size; other boxes size
/// themselves.
///
/// @param x      left edge
/// @param y      top edge
/// @param width  0 when the box sizes itself
/// @param height 0 when the box sizes itself
public record LayoutEntry(int x, int y, int width, int height) {
    public LayoutEntry {
        if (width < 0 || height < 0 || (width == 0) != (height == 0)) {
            throw new IllegalArgumentException("a box has a width and a height above 0, or neither, but got "
                    + width + " × " + height);
        }
    }

    public LayoutEntry(int x, int y) {
        this(x, y, 0, 0);
    }

    public boolean hasSize() {
        return width > 0;
    }

    public LayoutEntry movedTo(int newX, int newY) {
        return new LayoutEntry(newX, newY, width, height);
    }

    public LayoutEntry resizedTo(int newWidth, int newHeight) {
        return new LayoutEntry(x, y, newWidth, newHeight);
    }
}
