package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// The way of a call through its flows, put together from events, live ones or those of a replay.
public final class Journey {

    /// A node in a flow.
    public record Place(String flow, String node) {}

    /// A node that was entered.
    ///
    /// @param index counts them, from 0
    /// @param event the place of its event
    public record Step(int index, int event, long atMs, Place place, int depth) {}

    /// An exit that was taken.
    ///
    /// @param reason why; empty when there was only one
    public record Taken(String flow, ExitRef exit, String reason) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Place> stack = new ArrayList<>();
    private final Map<String, Set<ExitRef>> taken = new HashMap<>();
    private @Nullable Taken last;
    private int events;
    private boolean ended;

    public void add(Timed timed) {
        switch (timed.event()) {
            case TraceEvent.NodeEntered(String flow, String node, _, int depth) -> {
                var place = new Place(flow, node);
                while (stack.size() > depth) {
                    stack.removeLast();
                }
                stack.add(place);
                steps.add(new Step(steps.size(), events, timed.atMs(), place, depth));
            }
            case TraceEvent.ExitTaken(String flow, String node, String exit, String reason, _) -> {
                var ref = new ExitRef(node, exit);
                taken.computeIfAbsent(flow, _ -> new HashSet<>()).add(ref);
                last = new Taken(flow, ref, reason);
            }
            case TraceEvent.CallClosed _ -> ended = true;
            default -> {
            }
        }
        events++;
    }

    public void clear() {
        steps.clear();
        stack.clear();
        taken.clear();
        last = null;
        events = 0;
        ended = false;
    }

    /// The nodes at which the call's flows are, that of the flow that answered first; where it was last after its end.
    public List<Place> stack() {
        return Collections.unmodifiableList(stack);
    }

    /// Where the call is; `null` before the first node and after the end.
    public @Nullable Place current() {
        return ended || stack.isEmpty() ? null : stack.getLast();
    }

    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /// The exits of a flow that were taken.
    public Set<ExitRef> taken(String flow) {
        return Collections.unmodifiableSet(taken.getOrDefault(flow, Set.of()));
    }

    public @Nullable Taken last() {
        return last;
    }

    /// How many events were added.
    public int events() {
        return events;
    }

    public boolean hasEnded() {
        return ended;
    }
}
