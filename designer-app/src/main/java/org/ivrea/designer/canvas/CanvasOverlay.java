package org.ivrea.designer.canvas;

import java.util.Map;
import java.util.Set;
import org.ivrea.designer.canvas.view.BoxChange;
import org.ivrea.designer.edit.ExitRef;
import org.jspecify.annotations.Nullable;

/// What a call, or many of them, show on the canvas.
///
/// @param currentNode  where the call is; `null` when there is none
/// @param taken        the way so far
/// @param lastTaken    the step that was made last; `null` for none
/// @param breakpoints  nodes before which a call stops
/// @param exitBreakpoints exits behind which a call stops
/// @param coverage     how often each exit was taken; exits that are missing were never taken
/// @param showCoverage true to colour exits by it
/// @param changes      nodes that are not what they were in another version
public record CanvasOverlay(@Nullable String currentNode, Set<ExitRef> taken, @Nullable ExitRef lastTaken,
        Set<String> breakpoints, Set<ExitRef> exitBreakpoints, Map<ExitRef, Integer> coverage, boolean showCoverage,
        Map<String, BoxChange> changes) {

    public static final CanvasOverlay NONE = new CanvasOverlay(null, Set.of(), null, Set.of(), Set.of(), Map.of(),
            false);

    public CanvasOverlay {
        taken = Set.copyOf(taken);
        breakpoints = Set.copyOf(breakpoints);
        exitBreakpoints = Set.copyOf(exitBreakpoints);
        coverage = Map.copyOf(coverage);
        changes = Map.copyOf(changes);
    }

    public CanvasOverlay(@Nullable String currentNode, Set<ExitRef> taken, @Nullable ExitRef lastTaken,
            Set<String> breakpoints, Set<ExitRef> exitBreakpoints, Map<ExitRef, Integer> coverage,
            boolean showCoverage) {
        this(currentNode, taken, lastTaken, breakpoints, exitBreakpoints, coverage, showCoverage, Map.of());
    }

    public CanvasOverlay withChanges(Map<String, BoxChange> nodes) {
        return new CanvasOverlay(currentNode, taken, lastTaken, breakpoints, exitBreakpoints, coverage, showCoverage,
                nodes);
    }

    public CanvasOverlay withBreakpoints(Set<String> nodes) {
        return new CanvasOverlay(currentNode, taken, lastTaken, nodes, exitBreakpoints, coverage, showCoverage,
                changes);
    }
}
