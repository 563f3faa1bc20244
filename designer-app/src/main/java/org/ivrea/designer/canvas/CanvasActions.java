package org.ivrea.designer.canvas;

import org.ivrea.designer.canvas.gesture.Commands;
import org.ivrea.designer.edit.Alignment;
import org.ivrea.designer.edit.Axis;
import org.ivrea.designer.edit.ExitRef;
import org.jspecify.annotations.Nullable;

/// What menus and keys do with a canvas. Each does nothing where it makes no sense.
public interface CanvasActions extends Commands {
    void align(Alignment alignment);

    void distribute(Axis axis);

    /// Lays out the selected nodes afresh, or all where none are selected.
    void tidy();

    /// Puts a frame around the selected nodes.
    void group();

    /// Takes away the selected frames, and leaves what is in them.
    void ungroup();

    /// Makes the selected nodes a flow of their own, with a node in their place that calls it.
    void extract();

    /// Puts a comment into the middle of what is seen.
    void addComment();

    /// Makes the selected node the flow's start.
    void setStart();

    /// Has calls pass the selected nodes by, or not any more.
    void toggleDisabled();

    /// Has calls stop before the selected nodes and behind the selected edges' exits, or not any more.
    void toggleBreakpoint();

    /// The same with one exit, wired or not.
    void toggleBreakpoint(ExitRef exit);

    /// Lets the author write the condition of a breakpoint.
    ///
    /// @param exit `null` for the breakpoint before the selected node
    void editBreakpoint(@Nullable ExitRef exit);

    void zoomToSelection();
}
