package org.ivrea.designer.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;

/// The lines of a call's trace, put together from events as they come.
final class TraceLines {
    private record At(String flow, String node, String label) {
        List<String> parts() {
            return List.of(flow, node, label);
        }
    }

    private static final At NOWHERE = new At("", "", "");

    private final ObservableList<TraceLine> lines = FXCollections.observableArrayList();
    private final BiFunction<String, String, String> labels;
    private final Deque<At> stack = new ArrayDeque<>();
    private int events;
    private int step = -1;

    /// @param labels gives a node's label by flow and id
    TraceLines(BiFunction<String, String, String> labels) {
        this.labels = labels;
    }

    ObservableList<TraceLine> lines() {
        return lines;
    }

    void addAll(List<Timed> more) {
        List<TraceLine> added = new java.util.ArrayList<>(more.size());
        for (Timed timed : more) {
            if (timed.event() instanceof TraceEvent.NodeEntered(String flow, String node, _, int depth)) {
                while (stack.size() > depth) {
                    stack.pop();
                }
                stack.push(new At(flow, node, labels.apply(flow, node)));
                step++;
            }
            At at = timed.event() instanceof TraceEvent.ExitTaken taken
                    ? new At(taken.flow(), taken.node(), labels.apply(taken.flow(), taken.node()))
                    : stack.isEmpty() ? NOWHERE : stack.element();
            added.add(TraceLine.of(events++, step, timed, at.parts()));
        }
        lines.addAll(added);
    }

    void clear() {
        lines.clear();
        stack.clear();
        events = 0;
        step = -1;
    }
}
