package org.ivrea.designer.canvas.view;

/// How much of a box is shown, by how large it is on screen.
enum Detail {
    /// Everything.
    FULL,
    /// Icon, a large title and the ports.
    TITLE,
    /// A shape, painted on the canvas.
    SHAPE;

    private static final double FULL_FROM = 0.65;
    private static final double TITLE_FROM = 0.4;

    static Detail at(double scale) {
        return scale >= FULL_FROM ? FULL : scale >= TITLE_FROM ? TITLE : SHAPE;
    }
}
