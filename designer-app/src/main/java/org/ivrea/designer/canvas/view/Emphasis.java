package org.ivrea.designer.canvas.view;

import java.util.Set;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.jspecify.annotations.Nullable;

/// What stands out at the moment.
///
/// @param selection  what is selected, or would be by the gesture that goes on
/// @param pointed    the box under the pointer
/// @param edge       the edge under the pointer
/// @param target     the box that an edge would be led to
/// @param insertion  the edge into which a drop would insert
/// @param hidden     the edge whose end is being dragged
/// @param port       the exit that an edge is being drawn from
public record Emphasis(Selection selection, @Nullable String pointed, @Nullable ExitRef edge, @Nullable String target,
        @Nullable ExitRef insertion, @Nullable ExitRef hidden, @Nullable ExitRef port) {

    public static final Emphasis NONE = new Emphasis(Selection.NONE, null, null, null, null, null, null);

    public Emphasis selecting(Selection newSelection) {
        return new Emphasis(newSelection, pointed, edge, target, insertion, hidden, port);
    }

    public Emphasis pointing(@Nullable String box, @Nullable ExitRef newEdge) {
        return new Emphasis(selection, box, newEdge, target, insertion, hidden, port);
    }

    public Emphasis targeting(@Nullable String newTarget) {
        return new Emphasis(selection, pointed, edge, newTarget, insertion, hidden, port);
    }

    public Emphasis inserting(@Nullable ExitRef newInsertion) {
        return new Emphasis(selection, pointed, edge, target, newInsertion, hidden, port);
    }

    public Emphasis wiring(@Nullable ExitRef newPort, @Nullable ExitRef newHidden) {
        return new Emphasis(selection, pointed, edge, target, insertion, newHidden, newPort);
    }

    boolean isActive(ExitRef ref) {
        return selection.hasEdge(ref) || ref.equals(edge) || ref.equals(insertion);
    }

    /// The box that shows the exits which have no row.
    @Nullable
    String opened() {
        if (port != null) {
            return port.node();
        }
        Set<String> nodes = selection.nodes();
        return pointed != null ? pointed : nodes.size() == 1 ? nodes.iterator().next() : null;
    }
}
