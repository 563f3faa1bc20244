package org.ivrea.designer.canvas.route;

import org.ivrea.designer.canvas.geometry.Bounds;

/// What an edge connects.
///
/// @param x1   the exit's port
/// @param y1   the exit's port
/// @param x2   where it arrives
/// @param y2   where it arrives
/// @param from the box it leaves
/// @param to   the box it leads to; the same as `from` for a loop
/// @param lane edges of different lanes do not share a line where they run side by side
public record Ends(double x1, double y1, double x2, double y2, Bounds from, Bounds to, int lane) {

    private static final double AROUND = 120;

    /// No route leaves this area.
    public Bounds area() {
        return from.union(to).inflated(AROUND);
    }
}
