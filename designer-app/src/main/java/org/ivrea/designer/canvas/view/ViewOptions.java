package org.ivrea.designer.canvas.view;

/// How a person likes canvases.
///
/// @param grid    is shown
/// @param snap    boxes come to rest in line with others, and on the grid
/// @param minimap is shown
/// @param moving  the way of a call is shown by movement
public record ViewOptions(boolean grid, boolean snap, boolean minimap, boolean moving) {
    public static final ViewOptions USUAL = new ViewOptions(true, true, true, true);
}
