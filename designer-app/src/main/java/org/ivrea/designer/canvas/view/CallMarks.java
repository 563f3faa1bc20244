package org.ivrea.designer.canvas.view;

import java.util.Map;
import java.util.Set;
import org.ivrea.designer.edit.ExitRef;
import org.jspecify.annotations.Nullable;

/// What a call leaves on the canvas: where it is, its way, breakpoints, and how often exits were taken. And what
/// changed between two versions of the flow.
public record CallMarks(@Nullable String current, Set<ExitRef> taken, @Nullable ExitRef last, Set<String> breakpoints,
        Set<ExitRef> exitBreakpoints, Map<ExitRef, Integer> coverage, boolean showsCoverage,
        Map<String, BoxChange> changes) {

    public static final CallMarks NONE = new CallMarks(null, Set.of(), null, Set.of(), Set.of(), Map.of(), false,
            Map.of());

    boolean isTaken(ExitRef exit) {
        return taken.contains(exit) || exit.equals(last) || (showsCoverage && count(exit) > 0);
    }

    boolean stopsAt(ExitRef exit) {
        return exitBreakpoints.contains(exit);
    }

    boolean isMissed(ExitRef exit) {
        return showsCoverage && count(exit) == 0;
    }

    int count(ExitRef exit) {
        return coverage.getOrDefault(exit, 0);
    }
}
