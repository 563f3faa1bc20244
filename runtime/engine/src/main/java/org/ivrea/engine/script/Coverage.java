package org.ivrea.engine.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;

/// How often each way through the flows was taken. Immutable.
public record Coverage(SortedMap<Way, Long> counts) {
    public static final Coverage NONE = new Coverage(new TreeMap<>());

    /// A way through a flow: an exit of a node, a node that has no exits, or a handler of the flow.
    ///
    /// @param node empty for a handler
    /// @param exit the exit's or the handler's name; empty for a node without exits
    public record Way(String flow, String node, String exit) implements Comparable<Way> {

        @Override
        public int compareTo(Way other) {
            int byFlow = flow.compareTo(other.flow);
            int byNode = byFlow != 0 ? byFlow : node.compareTo(other.node);
            return byNode != 0 ? byNode : exit.compareTo(other.exit);
        }

        /// `main/menu.sales`, `main/bye` or `main: hangup handler`.
        @Override
        public String toString() {
            if (node.isEmpty()) {
                return flow + ": " + exit + " handler";
            }
            return flow + "/" + node + (exit.isEmpty() ? "" : "." + exit);
        }
    }

    /// The ways that a flow has.
    ///
    /// @param exits    of each node that runs, including `error` and `hangup` where they are wired; empty for a node at
    ///                 which a call ends or leaves the flow
    /// @param handlers the handlers that the flow has: `hangup`, `error`
    public record FlowWays(Map<String, List<String>> exits, List<String> handlers) {
        public FlowWays {
            exits = Map.copyOf(exits);
            handlers = List.copyOf(handlers);
        }
    }

    /// Coverage of declared ways.
    ///
    /// @param taken   of the declared ways
    /// @param missing the ways that no call took, sorted
    public record Report(int declared, int taken, List<Way> missing) {

        /// 0 to 100, rounded down, so that 100 means all; 100 when nothing is declared.
        public int percent() {
            return declared == 0 ? 100 : (int) (taken * 100L / declared);
        }
    }

    public Coverage {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// What one call covered.
    public static Coverage of(List<TraceJson.Timed> trace) {
        SortedMap<Way, Long> counts = new TreeMap<>();
        for (TraceJson.Timed timed : trace) {
            switch (timed.event()) {
                case TraceEvent.ExitTaken taken ->
                    counts.merge(new Way(taken.flow(), taken.node(), taken.exit()), 1L, Long::sum);
                case TraceEvent.NodeEntered entered ->
                    counts.merge(new Way(entered.flow(), entered.node(), ""), 1L, Long::sum);
                case TraceEvent.HandlerEntered entered ->
                    counts.merge(new Way(entered.flow(), "", entered.handler()), 1L, Long::sum);
                default -> {
                }
            }
        }
        return new Coverage(counts);
    }

    /// Both together.
    public Coverage plus(Coverage other) {
        SortedMap<Way, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((way, count) -> sum.merge(way, count, Long::sum));
        return new Coverage(sum);
    }

    /// How often the way was taken.
    public long count(Way way) {
        return counts.getOrDefault(way, 0L);
    }

    /// @param flows the flows to report on, by name
    public Report report(Map<String, FlowWays> flows) {
        List<Way> missing = new ArrayList<>();
        int declared = 0;
        for (Way way : declared(flows)) {
            declared++;
            if (count(way) == 0) {
                missing.add(way);
            }
        }
        Collections.sort(missing);
        return new Report(declared, declared - missing.size(), List.copyOf(missing));
    }

    private static List<Way> declared(Map<String, FlowWays> flows) {
        List<Way> ways = new ArrayList<>();
        flows.forEach((flow, declared) -> {
            declared.exits.forEach((node, exits) -> {
                if (exits.isEmpty()) {
                    ways.add(new Way(flow, node, ""));
                }
                exits.forEach(exit -> ways.add(new Way(flow, node, exit)));
            });
            declared.handlers.forEach(handler -> ways.add(new Way(flow, "", handler)));
        });
        return ways;
    }
}
