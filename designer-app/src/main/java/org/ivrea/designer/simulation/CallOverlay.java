package org.ivrea.designer.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.simulation.Journey.Place;
import org.ivrea.engine.script.Coverage;
import org.jspecify.annotations.Nullable;

/// What a call, a replay or many calls show in the drawings of flows.
///
/// @param stack        where the call is, from the flow that answered to the innermost; empty for no call
/// @param taken        the exits that were taken, by flow
/// @param last         the exit that was taken last; `null` for none
/// @param breakpoints  all of them
/// @param coverage     of the scripts that ran last
/// @param showCoverage true to colour exits by it
public record CallOverlay(List<Place> stack, Map<String, Set<ExitRef>> taken, Journey.@Nullable Taken last,
        List<Breakpoint> breakpoints, Coverage coverage, boolean showCoverage) {

    public static final CallOverlay NONE = new CallOverlay(List.of(), Map.of(), null, List.of(), Coverage.NONE, false);

    /// What it shows in one flow's drawing.
    ///
    /// @param currentNode where the call is, or waits for a subflow; `null` when it is not in this flow
    /// @param innermost   true when the call is in this flow itself, not in one of its subflows
    /// @param breakpoints     nodes before which calls stop
    /// @param exitBreakpoints exits behind which calls stop
    /// @param coverage    how often each exit was taken
    public record OfFlow(@Nullable String currentNode, boolean innermost, Set<ExitRef> taken,
            @Nullable ExitRef lastTaken, Set<String> breakpoints, Set<ExitRef> exitBreakpoints,
            Map<ExitRef, Integer> coverage, boolean showCoverage) {}

    public CallOverlay {
        stack = List.copyOf(stack);
        taken = Map.copyOf(taken);
        breakpoints = List.copyOf(breakpoints);
    }

    /// The flow in which the call is; `null` for no call.
    public @Nullable String currentFlow() {
        return stack.isEmpty() ? null : stack.getLast().flow();
    }

    public OfFlow of(String flow) {
        String node = null;
        for (Place place : stack) {
            node = place.flow().equals(flow) ? place.node() : node;
        }
        Set<String> stops = new HashSet<>();
        Set<ExitRef> exitStops = new HashSet<>();
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.enabled() && breakpoint.flow().equals(flow)) {
                if (breakpoint.exit() == null) {
                    stops.add(breakpoint.node());
                } else {
                    exitStops.add(new ExitRef(breakpoint.node(), breakpoint.exit()));
                }
            }
        }
        Map<ExitRef, Integer> counts = new HashMap<>();
        if (showCoverage) {
            coverage.counts().forEach((way, count) -> {
                if (way.flow().equals(flow) && !way.node().isEmpty()) {
                    counts.put(new ExitRef(way.node(), way.exit()), (int) Math.min(count, Integer.MAX_VALUE));
                }
            });
        }
        ExitRef lastExit = last != null && last.flow().equals(flow) ? last.exit() : null;
        return new OfFlow(node, flow.equals(currentFlow()), taken.getOrDefault(flow, Set.of()), lastExit, stops,
                exitStops, counts, showCoverage);
    }
}
