package org.ivrea.designer.palette;

/// Where nodes of the palette go: the canvas in front.
public interface NodeDrop {

    /// True when a drop there would add a node.
    boolean accepts(double sceneX, double sceneY);

    /// Shows what a drop there would do.
    default void preview(double sceneX, double sceneY) {}

    /// The drag left the canvas, or was given up.
    default void endPreview() {}

    /// Adds a node of the type there.
    void drop(String type, double sceneX, double sceneY);

    /// Adds a node of the type in the middle of what is seen.
    void add(String type);
}
