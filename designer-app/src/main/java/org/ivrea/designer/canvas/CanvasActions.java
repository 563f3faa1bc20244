package org.ivrea.designer.canvas;

/// What menus and keys do with a canvas. Each does nothing where it makes no sense.
public interface CanvasActions {
    void copy();

    void cut();

    void paste();

    void duplicate();

    void delete();

    void selectAll();

    void selectNone();

    void alignLeft();

    void alignCentre();

    void alignRight();

    void alignTop();

    void alignMiddle();

    void alignBottom();

    void distributeHorizontally();

    void distributeVertically();

    /// Lays out the selected nodes afresh, or all where none are selected.
    void tidy();

    /// Puts a frame around the selected nodes.
    void group();

    /// Puts a comment into the middle of what is seen.
    void addComment();

    /// Edits the label of the selected node in its box.
    void rename();

    /// Makes the selected node the flow's start.
    void setStart();

    /// Has calls pass the selected nodes by, or not any more.
    void toggleDisabled();

    void toggleBreakpoint();

    void zoomIn();

    void zoomOut();

    void zoomToActualSize();

    void zoomToFit();

    void zoomToSelection();
}
